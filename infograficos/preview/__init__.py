"""A chapter in the browser as its readers will see it, renewed whenever a file of it is saved.

`session` watches the files and keeps, in `state`, what `server` shows; each build happens in a process of its
own (`build_runner` starts it, `build_worker` runs in it), so that nothing of a script outlives it.
"""
