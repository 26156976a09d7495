"""Where the nodes, links and groups of a small directed graph go: geometry only, no text and no theme."""
