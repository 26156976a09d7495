"""Which plans are tried for a graph that is no tree, and how the best ones are polished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infograficos.graphs.annealing import Annealing, Grid
from infograficos.graphs.evaluation import GAPS, Evaluation, Plan
from infograficos.graphs.lattice import Cell
from infograficos.graphs.layers import layers, stacked
from infograficos.graphs.model import Placement
from infograficos.graphs.neighbours import neighbours
from infograficos.graphs.net import Net
from infograficos.graphs.scoring import FAULT

#: The flow of layers, and how many nodes stand beside one another at most.
LAYERS = (("down", 99), ("right", 99), ("down", 1), ("down", 2), ("right", 3))

#: How many plans of a round are polished.
POLISHED = 3

#: How many drawings may be made before a graph is given up.
DRAWINGS = 160

#: A graph of so few nodes is given up only after so many more rounds.
SMALL, MORE_ROUNDS = 12, 6


class Search:
    """The plans that have been tried for a graph, with their drawings."""

    def __init__(self, net: Net) -> None:
        self.net = net
        self.tried: dict[Plan, Placement] = {}
        # How many drawings may still be made.
        self.left = DRAWINGS
        self.level: dict[Plan, int] = {}
        self.flows: list[str] = [net.task.flow] if net.task.flow else ["down", "right"]

    def run(self) -> Placement:
        """Return the best drawing that a number of steps finds: more of them if nothing fits at first."""
        task = self.net.task
        choices = max(len(each) for each in [n.sizes for n in task.nodes] + [g.titles for g in task.groups])
        rounds = 3 if self.net.count <= 12 else 1
        plan = self.attempt_until_one_fits(
            (choice, effort) for effort in range(rounds) for choice in range(min(2, choices))
        )
        if self.tried[plan].score >= FAULT and self.net.count <= SMALL:
            more = range(rounds, rounds + MORE_ROUNDS)
            plan = self.attempt_until_one_fits((effort % min(2, choices), effort) for effort in more)
        _, placement = Evaluation(self.net, plan).best()
        return min(placement, self.tried[plan], key=lambda each: each.score)

    def attempt_until_one_fits(self, efforts: Iterable[tuple[int, int]]) -> Plan:
        """Try plans with ever more effort, as far as drawings may be made; returns the best of all so far."""
        self.left = DRAWINGS
        for choice, effort in efforts:
            self.attempt(choice, effort)
            if min(each.score for each in self.tried.values()) < FAULT or self.left <= 0:
                break
        return min(self.tried, key=lambda plan: self.tried[plan].score)

    def attempt(self, choice: int, effort: int) -> None:
        """Try plans with one choice of sizes, and polish the best."""
        mine = list(dict.fromkeys(self.plans(choice, effort)))
        for plan in mine:
            self.score(plan)
        mine.sort(key=lambda plan: self.tried[plan].score)
        best = list({plan.cells: plan for plan in mine[::-1]}.values())[::-1]
        for plan in best[:POLISHED]:
            self.polish(plan, (12 if self.net.count <= 12 else 24) * (effort + 1))

    def score(self, plan: Plan, level: int = 0) -> float:
        """Return the score of a plan's drawing, made with gaps from a level on."""
        if plan not in self.tried:
            self.left -= 1
            self.level[plan], self.tried[plan] = Evaluation(self.net, plan).best(level)
        return self.tried[plan].score

    def plans(self, choice: int, effort: int) -> Iterator[Plan]:
        """Return the plans to be tried: layers, and what annealing finds on the sheet's grid."""
        for flow, most in LAYERS if effort == 0 else ():
            if flow in self.flows:
                cells = layers(self.net, flow, most)
                if self.may_fit(cells, choice):
                    yield Plan(cells, choice, flow)
                    yield Plan(cells, choice)
        if effort == 0 and "down" in self.flows and self.net.upright:
            cells = stacked(self.net, choice)
            yield Plan(cells, choice, "comb")
            yield Plan(cells, choice)
        found = []
        for flow in self.flows:
            for seed in (1, 2):
                grid = self.grid(choice, flow, seed - 1)
                run = Annealing(self.net, grid, choice, seed + 2 * effort)
                found.append(run.run(self.steps() * (effort + 1)))
        cheapest = sorted(set(found))[:3]
        for _, cells in cheapest:
            yield Plan(cells, choice)

    def may_fit(self, cells: tuple[Cell, ...], choice: int) -> bool:
        """Say whether no row of nodes is far too wide, and no column far too high."""
        sizes = [self.net.size(node, choice)[0] for node in range(self.net.count)]
        rows, columns = dict.fromkeys((y for _, y in cells), 0.0), dict.fromkeys((x for x, _ in cells), 0.0)
        for (x, y), size in zip(cells, sizes, strict=True):
            rows[y] += size.width + GAPS[2].across
            columns[x] += size.height + GAPS[2].down
        task = self.net.task
        return max(rows.values()) < 1.1 * task.width and max(columns.values()) < 1.1 * task.max_height

    def grid(self, choice: int, flow: str, more: int) -> Grid:
        """Return a grid for the sheet, with more columns than nodes of a common width allow."""
        task, count = self.net.task, self.net.count
        sizes = [self.net.size(node, choice)[0] for node in range(count)]
        width, height = sum(size.width for size in sizes) / count, sum(size.height for size in sizes) / count
        columns = max(1, int((task.width + 30.0) / (width + 30.0)) + 1 + more)
        rows = int((task.max_height + GAPS[1].down) / (height + GAPS[1].down))
        return Grid(columns, max(rows, -(-count // columns)), flow)

    def steps(self) -> int:
        """Return how many moves annealing may try."""
        return 90 * self.net.count if self.net.count <= 12 else 250 * self.net.count

    def polish(self, plan: Plan, steps: int) -> None:
        """Try small changes of a plan, the likeliest first, each from the best so far."""
        improved = True
        while improved:
            improved = False
            for changed in self.neighbours(plan):
                if changed in self.tried:
                    continue
                if steps == 0 or self.left <= 0:
                    return
                steps -= 1
                if self.score(changed, self.level[plan]) < self.tried[plan].score - 0.5:
                    plan, improved = changed, True
                    break

    def neighbours(self, plan: Plan) -> list[Plan]:
        """Return a plan with one node moved, or with two near nodes exchanged, the cheapest first."""
        near = neighbours(self.net, plan.cells, plan.flow or "down", plan.choice)
        return [Plan(cells, plan.choice, plan.flow, plan.words) for cells in near]
