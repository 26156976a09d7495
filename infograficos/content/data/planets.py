"""The planets of the Solar System, for an example in which nothing is invented.

Source: NASA, Planetary Fact Sheet.
"""

from __future__ import annotations

#: The mean distance of each planet from the Sun, in Earth's.
PLANET_DISTANCES = (0.387, 0.723, 1.0, 1.52, 5.2, 9.57, 19.17, 30.18)

#: How many years each planet takes around the Sun.
PLANET_YEARS = (0.241, 0.615, 1.0, 1.88, 11.9, 29.4, 83.7, 163.7)
