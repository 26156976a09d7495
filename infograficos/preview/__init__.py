"""A live preview of a chapter in the browser.

`session` watches the files and updates the `state` that `server` shows; `build_process` runs each `build` in
a separate process, so that nothing of a script outlives it.
"""
