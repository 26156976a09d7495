"""What is read before anything is drawn: tables, pairs, long lines thinned, numbers as they are written."""
