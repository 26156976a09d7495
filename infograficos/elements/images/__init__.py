"""Pictures in pixels, and small pictures drawn from data or for the stages of a process."""
