"""A task by numbers: who is linked with whom, which links run back, and which groups a node is in."""

from __future__ import annotations

from functools import cached_property

from infograficos.graphs.model import Task
from infograficos.scene.geometry import Size


class Net:
    """A graph whose nodes, links and groups are the indices of the task's."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.count = len(task.nodes)
        number = {node.name: index for index, node in enumerate(task.nodes)}
        self.ends = [(number[link.source], number[link.target]) for link in task.links]
        self.labels = [link.label for link in task.links]
        group_number = {group.name: index for index, group in enumerate(task.groups)}
        self.parents = [group_number[group.parent] if group.parent else None for group in task.groups]
        self.paths: list[tuple[int, ...]] = [()] * self.count
        for index, group in enumerate(task.groups):
            for member in group.members:
                self.paths[number[member]] = self.path(index)
        self.lanes = [[number[name] for name in lane] for lane in task.lanes]

    def path(self, group: int) -> tuple[int, ...]:
        """Return a group's ancestors and itself, the outermost first."""
        parent = self.parents[group]
        return (*self.path(parent), group) if parent is not None else (group,)

    def size(self, node: int, choice: int) -> tuple[Size, int]:
        """Return a node's size by the wished choice, or its last one, and which it is."""
        sizes = self.task.nodes[node].sizes
        choice = min(choice, len(sizes) - 1)
        return sizes[choice], choice

    @property
    def upright(self) -> bool:
        """Whether the sheet is taller than wide, as on a phone."""
        return self.task.max_height > self.task.width

    def title(self, group: int, choice: int) -> Size | None:
        """Return a group's title by the wished choice, or its last one, as always on a phone."""
        titles = self.task.groups[group].titles
        return titles[-1 if self.upright else min(choice, len(titles) - 1)] if titles else None

    @cached_property
    def members(self) -> list[list[int]]:
        """The nodes of each group, those of inner groups too."""
        groups = range(len(self.task.groups))
        return [[node for node in range(self.count) if group in self.paths[node]] for group in groups]

    @cached_property
    def back(self) -> list[bool]:
        """Which links run against the flow: those that close a cycle, searched in the author's order."""
        state = [0] * self.count
        found = [link.back is True for link in self.task.links]

        def visit(node: int) -> None:
            state[node] = 1
            for index, (source, target) in enumerate(self.ends):
                if source != node or found[index]:
                    continue
                if state[target] == 1:
                    found[index] = self.task.links[index].back is not False
                elif state[target] == 0:
                    visit(target)
            state[node] = 2

        sources = [node for node in range(self.count) if not any(t == node for _, t in self.ends)]
        for node in [*sources, *range(self.count)]:
            if state[node] == 0:
                visit(node)
        return found

    @cached_property
    def children(self) -> list[list[int]]:
        """The indices of the links that leave each node forwards, in the author's order."""
        return [
            [index for index, (source, _) in enumerate(self.ends) if source == node and not self.back[index]]
            for node in range(self.count)
        ]

    @cached_property
    def ranks(self) -> list[int]:
        """How many forward links lead to each node at most."""
        rank = [0] * self.count
        for _ in range(self.count):
            for index, (source, target) in enumerate(self.ends):
                if not self.back[index] and rank[target] < rank[source] + 1 <= self.count:
                    rank[target] = rank[source] + 1
        return rank

    @cached_property
    def roots(self) -> list[int] | None:
        """The roots if the graph is a tree, or several, without groups; else None."""
        arrivals = [0] * self.count
        for _, target in self.ends:
            arrivals[target] += 1
        if self.task.groups or any(self.back) or max(arrivals, default=0) > 1:
            return None
        return [node for node in range(self.count) if not arrivals[node]]

    @cached_property
    def chain(self) -> list[int] | None:
        """The links in order if the graph is one chain; else None."""
        if self.roots is None or len(self.roots) != 1 or any(len(out) > 1 for out in self.children):
            return None
        order, node = [], self.roots[0]
        while self.children[node]:
            order.append(self.children[node][0])
            node = self.ends[order[-1]][1]
        return order

    @cached_property
    def twins(self) -> list[list[int]]:
        """Nodes of equal standing, in order: of one kind, or as far from the start in one group."""
        alike: dict[tuple[object, ...], list[int]] = {}
        for node, kind in enumerate(self._kinds()):
            alike.setdefault(("kind", kind), []).append(node)
            if self.ranks[node] and self.paths[node]:
                alike.setdefault(("group", self.ranks[node], self.paths[node]), []).append(node)
        found = [nodes for nodes in alike.values() if len(nodes) > 1]
        return [nodes for nodes in found if not any(set(nodes) < set(other) for other in found)]

    def _kinds(self) -> list[int]:
        """Return numbers that are equal where ranks, groups and all around nodes are alike."""
        linked = [any(node in ends for ends in self.ends) for node in range(self.count)]
        if not all(link.head for link in self.task.links):
            return list(range(self.count))
        keys: list[object] = [(self.ranks[n], self.paths[n]) if linked[n] else n for n in range(self.count)]
        kinds = [keys.index(key) for key in keys]
        for _ in range(self.count):
            around = [
                (
                    kinds[node],
                    sorted(kinds[s] for s, t in self.ends if t == node),
                    sorted(kinds[t] for s, t in self.ends if s == node),
                )
                for node in range(self.count)
            ]
            finer = [around.index(key) for key in around]
            if finer == kinds:
                break
            kinds = finer
        return kinds

    def may_share(self, one: int, other: int) -> bool:
        """Say whether two links with the same source or target may run on one line: if they say the same."""
        return self.sharing[one][other]

    @cached_property
    def sharing(self) -> list[list[bool]]:
        """For each two links, whether they go the same way, look the same and have no different words."""
        links = range(len(self.ends))
        return [[self._says_the_same(one, other) for other in links] for one in links]

    def _says_the_same(self, one: int, other: int) -> bool:
        a, b = self.task.links[one], self.task.links[other]
        if not (a.head and b.head) or a.two_way or b.two_way or self.back[one] != self.back[other]:
            return False
        return a.look == b.look and a.words == b.words

    def nested(self, one: int, other: int) -> bool:
        """Say whether one of two groups is inside the other."""
        return one in self.path(other) or other in self.path(one)

    @cached_property
    def families(self) -> list[tuple[int, list[int]]]:
        """The nodes that lead to several others, with those that nothing else leads to."""
        found = []
        arrivals = [sum(t == node != s for s, t in self.ends) for node in range(self.count)]
        for node, links in enumerate(self.children):
            children = [self.ends[link][1] for link in links]
            children = [child for child in children if child != node and arrivals[child] == 1]
            if len(children) > 1:
                found.append((node, children))
        return found
