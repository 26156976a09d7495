"""Trees whose branches stand below or beside their parent, with combs as lines."""

from __future__ import annotations

from infograficos.graphs.draft import Draft
from infograficos.graphs.model import PlacedLabel, Placement
from infograficos.graphs.net import Net
from infograficos.scene.geometry import Point, Rect, Size
from infograficos.value_object import value_object

#: From a parent to the line that its branches share; the least stem with its head; what words keep free.
BUS, HEAD, CLEAR = 14.0, 22.0, 5.0
#: Between ports, and between turns, of branches that do not share a line; what corners take of a side.
PORT, TURN, CORNERS = 14.0, 10.0, 24.0


@value_object
class Room:
    """How tight a drawing is: which size nodes take, the gap of neighbours, the least channel of levels.

    A narrow list indents its branches as little as it can.
    """

    choice: int
    gap: float
    channel: float
    narrow: bool = False


class Branches:
    """A tree along an axis: `along` is where it flows to, `across` where siblings are beside one another."""

    def __init__(self, net: Net, flow: str, room: Room) -> None:
        self.net, self.down, self.room = net, flow == "down", room
        self.across = [0.0] * net.count
        self.depth = [0] * net.count

    def extents(self, size: Size) -> tuple[float, float]:
        """Return a size along and across the flow."""
        return (size.height, size.width) if self.down else (size.width, size.height)

    def node_extents(self, node: int) -> tuple[float, float]:
        """Return a node's size along and across the flow."""
        return self.extents(self.net.size(node, self.room.choice)[0])

    def breadth(self, link: int | None, node: int) -> float:
        """Return what a node and the words before it need across."""
        label = self.net.labels[link] if link is not None else None
        return max(self.node_extents(node)[1], self.extents(label)[1] if label else 0.0)

    def grow(
        self, links: list[int], node: int, depth: int, via: int | None
    ) -> dict[int, tuple[float, float]]:
        """Place a subtree around its node, relative to it, and return its extent across at each depth."""
        self.depth[node] = depth
        contour: dict[int, tuple[float, float]] = {}
        children = [self.net.ends[link][1] for link in links]
        for link, child in zip(links, children, strict=True):
            own = self.grow(self.net.children[child], child, depth + 1, link)
            shift = max((contour[d][1] - own[d][0] + self.room.gap for d in own if d in contour), default=0.0)
            self.shift(child, shift)
            for d, (low, high) in own.items():
                contour[d] = (min(contour.get(d, (low + shift,))[0], low + shift), high + shift)
        if children:
            middle = self.middle(children)
            for child in children:
                self.shift(child, -middle)
            contour = {d: (low - middle, high - middle) for d, (low, high) in contour.items()}
        half = self.breadth(via, node) / 2
        contour[depth] = (-half, half)
        return contour

    def middle(self, children: list[int]) -> float:
        """Return where a parent stands: between its outer children, or straight at the one in the middle."""
        middle = (self.across[children[0]] + self.across[children[-1]]) / 2
        inner = self.across[children[len(children) // 2]]
        return inner if len(children) % 2 and abs(inner - middle) < 20 else middle

    def shift(self, node: int, by: float) -> None:
        """Move a subtree across."""
        self.across[node] += by
        for link in self.net.children[node]:
            self.shift(self.net.ends[link][1], by)

    def levels(self, nodes: list[int], room: float) -> list[float]:
        """Return where each level begins along the flow, with what is left of the room between them."""
        depths = range(max(self.depth[node] for node in nodes) + 1)
        thick = [max(self.node_extents(node)[0] for node in nodes if self.depth[node] == d) for d in depths]
        channels = [self.least_channel([n for n in nodes if self.depth[n] == d]) for d in depths[:-1]]
        slack = max(0.0, room - sum(thick) - sum(channels))
        more = min(26.0 if self.down else 60.0, slack / max(1, len(channels)))
        starts = [0.0]
        for d in depths[:-1]:
            starts.append(starts[-1] + thick[d] + channels[d] + more)
        return starts

    def least_channel(self, nodes: list[int]) -> float:
        """Return the least distance behind a level, with the words on its branches."""
        links = [link for node in nodes for link in self.net.children[node]]
        sizes = [label for link in links if (label := self.net.labels[link])]
        words = max((self.extents(size)[0] for size in sizes), default=0.0)
        turns = max((self.fan(link)[1] for link in links), default=0.0)
        return turns + max(self.room.channel, BUS + words + 2 * CLEAR + HEAD if words else 0.0)

    def draw(self, draft: Draft, nodes: list[int], starts: list[float], mirror: bool = False) -> None:
        """Write down a tree's nodes and branches from a level on, to the left if mirrored."""
        for node in nodes:
            length, breadth = self.node_extents(node)
            along = starts[self.depth[node]]
            if mirror:
                along = -along - length
            across = self.across[node] - breadth / 2
            x, y = (across, along) if self.down else (along, across)
            draft.place_node(node, self.room.choice, x, y)
        for node in nodes:
            for link in self.net.children[node]:
                if self.net.ends[link][1] in nodes:
                    self.draw_branch(draft, link, starts, mirror)

    def bus(self, depth: int, starts: list[float]) -> float:
        """Return where the branches behind a level turn: in the middle of what their words leave."""
        nodes = [node for node in range(self.net.count) if self.depth[node] == depth]
        begin = starts[depth] + max(self.node_extents(node)[0] for node in nodes)
        links = [link for node in nodes for link in self.net.children[node]]
        words = max(
            (self.extents(size)[0] + 2 * CLEAR for link in links if (size := self.net.labels[link])),
            default=0.0,
        )
        words += max((self.fan(link)[1] for link in links), default=0.0)
        return begin + max(BUS, (starts[depth + 1] - begin - words - (HEAD if words else 0.0)) / 2)

    def fan(self, link: int) -> tuple[float, float]:
        """Return how far off a parent's middle a branch begins, and how much later it turns.

        Branches that look the same share one line; of others the outermost turn first, so that none crosses.
        """
        source, target = self.net.ends[link]
        links = self.net.children[source]
        if len({self.net.task.links[each].look for each in links}) < 2:
            return 0.0, 0.0
        number, last = links.index(link), len(links) - 1
        side = self.node_extents(source)[1] - CORNERS
        port = (number - last / 2) * min(PORT, side / last)
        straight = self.across[target] - self.across[source]
        turn = TURN * min(number, last - number)
        return (straight if abs(straight - port) < PORT and abs(straight) < side / 2 else port), turn

    def draw_branch(self, draft: Draft, link: int, starts: list[float], mirror: bool) -> None:
        """Write down one branch of a comb, and its words on the piece that leads to the child."""
        source, target = self.net.ends[link]
        start = starts[self.depth[source]] + self.node_extents(source)[0]
        end, bus = starts[self.depth[target]], self.bus(self.depth[source], starts)
        port, turn = self.fan(link)
        a, b, at = self.across[source] + port, self.across[target], bus + turn
        corners = [(start, a), (at, a), (at, b), (end, b)] if abs(a - b) > 0.01 else [(start, b), (end, b)]
        sign = -1.0 if mirror else 1.0
        draft.lines[link] = tuple(
            Point(c, along) if self.down else Point(sign * along, c) for along, c in corners
        )
        if label := self.net.labels[link]:
            turns = max(self.fan(each)[1] for each in self.net.children[source])
            middle = sign * (bus + turns + end - HEAD + CLEAR) / 2
            x, y = (b, middle) if self.down else (middle, b)
            draft.labels[link] = PlacedLabel(
                Rect(x - label.width / 2, y - label.height / 2, label.width, label.height)
            )


def branches(net: Net, flow: str, room: Room) -> Placement:
    """Draw one or several trees that flow down or to the right, side by side."""
    tree = Branches(net, flow, room)
    reached: dict[int, tuple[float, float]] = {}
    for root in net.roots or []:
        own = tree.grow(net.children[root], root, 0, None)
        shift = max((reached[d][1] - own[d][0] + room.gap for d in own if d in reached), default=0.0)
        tree.shift(root, shift)
        reached |= {d: (low + shift, high + shift) for d, (low, high) in own.items()}
    draft = Draft(net)
    nodes = list(range(net.count))
    starts = tree.levels(nodes, net.task.max_height if flow == "down" else net.task.width)
    tree.draw(draft, nodes, starts)
    return draft.placement()


def subtree(net: Net, node: int) -> list[int]:
    """Return a node and all below it."""
    return [node, *(each for link in net.children[node] for each in subtree(net, net.ends[link][1]))]
