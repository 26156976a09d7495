"""Fisher's iris flowers: the means of 50 flowers of each species, in centimetres."""

#: The length and width of the sepals, then those of the petals, of the data set as in Fisher, 1936.
IRIS_MEANS = {
    "setosa": (5.006, 3.428, 1.462, 0.246),
    "versicolor": (5.936, 2.770, 4.260, 1.326),
    "virginica": (6.588, 2.974, 5.552, 2.026),
}
