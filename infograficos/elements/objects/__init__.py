"""The objects of the drawn world: models, matrices and blocks as isometric plates, and the light on them."""
