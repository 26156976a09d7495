"""The public elements, a line each: `elements.Card` imports `card` when a figure first needs it."""

from .card import Band as Band
from .flow import Bubble as Bubble
from .card import Card as Card, Named as Named, badge as badge, chip as chip, tinted_card as tinted_card
from .charts.axis import exact_axis as exact_axis, rounded_axis as rounded_axis
from .charts.bar import Bar as Bar, Fill as Fill, LabeledBar as LabeledBar
from .charts.bar_chart import (
    BarChart as BarChart,
    BarDatum as BarDatum,
    Category as Category,
    Threshold as Threshold,
)
from .images.raw_data import Curve as Curve
from .charts.legend import LegendItem as LegendItem, LegendKey as LegendKey, legend as legend
from .charts.line_chart import Dash as Dash, LineChart as LineChart, LineSeries as LineSeries
from .charts.ranking import RankingCutoff as RankingCutoff, RankingRow as RankingRow, ranking as ranking
from .charts.bar import Trapezoid as Trapezoid
from .code.block import CodeBlock as CodeBlock
from .code.line import command_line as command_line, comment_line as comment_line, plain_line as plain_line
from .row import Column as Column, Stack as Stack
from .connectors.arcs import Arc as Arc, Arcs as Arcs
from .connectors.connector import Connector as Connector, chain as chain, fan_in as fan_in, fan_out as fan_out
from .connectors.connector import Junction as Junction
from .connectors.connector import numbered_names as numbered_names
from .connectors.ribbons import Ribbon as Ribbon, RibbonGap as RibbonGap, Ribbons as Ribbons
from .connectors.ring import Ring as Ring, ring_connectors as ring_connectors
from .connectors.with_connectors import SideArrows as SideArrows
from .connectors.with_connectors import WithConnectors as WithConnectors
from .flow import (
    Align as Align,
    Element as Element,
    FirstThatFits as FirstThatFits,
    Grow as Grow,
    NoWrap as NoWrap,
    SameWidthAs as SameWidthAs,
    ShrinkToFit as ShrinkToFit,
    Spacer as Spacer,
    WideOnly as WideOnly,
)
from .formulas.line import FormulaLine as FormulaLine
from .card import Fragment as Fragment, named_fragment as named_fragment
from .titled import window as window, with_caption as with_caption
from .grid import Cell as Cell, Grid as Grid
from .table import Headings as Headings, inline_legend as inline_legend, with_headings as with_headings
from .shapes import Icon as Icon
from .images.framed_image import FramedImage as FramedImage
from .images.pictograms import Pictogram as Pictogram, stage_symbol as stage_symbol
from .images.raw_data import PixelGrid as PixelGrid, Waveform as Waveform
from .titled import (
    horizontal_layer as horizontal_layer,
    inner_layer as inner_layer,
    vertical_layer as vertical_layer,
)
from .matrices.cells import Heatmap as Heatmap
from .matrices.cells import HintonCell as HintonCell
from .matrices.cells import (
    dashed_cell as dashed_cell,
    hatched_cell as hatched_cell,
    masked_cell as masked_cell,
)
from .matrices.cells import TintedCell as TintedCell
from .matrices.vector import (
    Vector as Vector,
    labeled_vector as labeled_vector,
    operator_sign as operator_sign,
    truncate_vector as truncate_vector,
)
from .planes.scatter import equation as equation
from .planes.scatter import LabeledScatter as LabeledScatter
from .planes.marks import SHAPES as SHAPES
from .planes.marks import Mark as Mark, MarkGroup as MarkGroup, PlaneLine as PlaneLine
from .planes.scatter import Scatter as Scatter
from .row import Row as Row
from .shapes import Arrow as Arrow, Dot as Dot, Rule as Rule, Swatch as Swatch, disc as disc, rating as rating
from .shapes import Direction as Direction
from .sheet import Sheet as Sheet, title_block as title_block
from .table import (
    STAR as STAR,
    TableHeader as TableHeader,
    TableValue as TableValue,
    data_table as data_table,
)
from .text import Text as Text
from .titled import titled_card as titled_card, titled_strip as titled_strip
from .tokens.chip import token_chip as token_chip, token_number as token_number
from .tokens.loss_strip import (
    LossGroup as LossGroup,
    LossStrip as LossStrip,
    horizontal_loss_strip as horizontal_loss_strip,
    result_card as result_card,
    vertical_loss_strip as vertical_loss_strip,
)
from .tokens.runs import (
    GAP as GAP,
    TokenRun as TokenRun,
    group_runs as group_runs,
    truncate_runs as truncate_runs,
)
from .tokens.chip import SpanBracket as SpanBracket
from .tokens.strip import (
    Lane as Lane,
    TokenSpan as TokenSpan,
    TokenStrip as TokenStrip,
    lane_caption as lane_caption,
)
from .tokens.chip import VocabularyEntry as VocabularyEntry, vocabulary_card as vocabulary_card
from .wrap import Wrap as Wrap
