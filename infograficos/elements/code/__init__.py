"""Listings: lines of code in their colours, broken where a reader minds least."""
