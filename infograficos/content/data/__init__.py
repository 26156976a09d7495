"""Tables, pairs, numbers and vectors as authors hold them, read before anything is laid out."""
