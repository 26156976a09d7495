"""Schedules: bars on one axis of time."""
