"""What touches the machine: files, signals, the console, and the resources of the installation."""
