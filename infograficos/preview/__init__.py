"""A live preview of a chapter in the browser.

`session` watches the files and keeps, in `state`, what `server` shows; `build_process` runs each `build` in a
process of its own, so that nothing of a script outlives it.
"""
