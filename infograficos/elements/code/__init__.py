"""Listings: lines of code in their colours, with the cheapest line breaks."""
