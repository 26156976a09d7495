"""A live preview of a chapter in the browser.

`session` watches the files and keeps, in `state`, what `server` shows; `build_runner` runs each build in a
process of its own (`build_worker`, `build`), so that nothing of a script outlives it.
"""
