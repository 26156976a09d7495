"""The public elements, a line each: `elements.Card` imports `card` when a figure first needs it."""

from .bleed import Bleed as Bleed
from .cap import Cap as Cap, CapState as CapState, ShadeBand as ShadeBand, word_cap as word_cap
from .card import Band as Band, Card as Card, Fragment as Fragment, Named as Named, badge as badge
from .card import chip as chip, named_fragment as named_fragment, tinted_card as tinted_card
from .diagram_labels import DiagramLabels as DiagramLabels
from .table_rows import TableHeader as TableHeader, TableRow as TableRow, TableStyle as TableStyle
from .table_rows import TableValue as TableValue, data_table as data_table
from .flow import Align as Align, Element as Element, FirstThatFits as FirstThatFits
from .flow import Grow as Grow, NoWrap as NoWrap, SameHeightAs as SameHeightAs, SameWidthAs as SameWidthAs
from .flow import ShrinkToFit as ShrinkToFit
from .flow import Spacer as Spacer, WideOnly as WideOnly
from .grid import Cell as Cell, Grid as Grid
from .headline import Headline as Headline, number_plate as number_plate

from .row import Column as Column, Row as Row, Stack as Stack
from .icon import Icon as Icon
from .shapes import Arrow as Arrow, Direction as Direction, Dot as Dot, Rule as Rule
from .shapes import Swatch as Swatch, disc as disc
from .sheet import Sheet as Sheet, title_block as title_block
from .table import Headings as Headings, inline_legend as inline_legend, with_headings as with_headings
from .text import Text as Text
from .titled import HangingCaption as HangingCaption
from .titled import with_caption as with_caption
from .wrap import Wrap as Wrap
from .charts.axis import Axis as Axis, exact_axis as exact_axis, padded_axis as padded_axis
from .charts.axis import round_ended_axis as round_ended_axis, rounded_axis as rounded_axis
from .charts.bar import Bar as Bar, Fill as Fill, LabeledBar as LabeledBar
from .charts.bar_chart import BarChart as BarChart
from .charts.bar_data import BarDatum as BarDatum, BarPart as BarPart, Category as Category, Step as Step
from .charts.bar_data import Threshold as Threshold
from .charts.bar_series import BarColors as BarColors, arrange_bars as arrange_bars
from .charts.flow_bands import FlowBands as FlowBands
from .charts.flow_labels import FlowBand as FlowBand, FlowNode as FlowNode
from .charts.funnel import Funnel as Funnel, FunnelLayer as FunnelLayer
from .charts.butterfly import ButterflyBars as ButterflyBars, Judgement as Judgement, Rating as Rating
from .charts.legend import LegendItem as LegendItem, LegendKey as LegendKey, legend as legend
from .charts.line_chart import LineChart as LineChart
from .charts.line_data import Dash as Dash, LineSeries as LineSeries
from .charts.line_notes import PointNote as PointNote
from .charts.plot_chart import PlotChart as PlotChart
from .charts.plot_data import PlotBand as PlotBand, PlotPoints as PlotPoints, PlotRegion as PlotRegion
from .charts.plot_data import PlotSeries as PlotSeries, ReferenceLine as ReferenceLine
from .charts.number_axis import AtValue as AtValue, NumberAxis as NumberAxis
from .charts.ranking import RankingCutoff as RankingCutoff, RankingRow as RankingRow, ranking as ranking
from .charts.segmented_bar import Segment as Segment, SegmentedBar as SegmentedBar
from .offset_stack import OffsetStack as OffsetStack
from .code.block import CodeBlock as CodeBlock
from .code.line import comment_line as comment_line, plain_line as plain_line
from .code.window import Window as Window, editor_bar as editor_bar, terminal_bar as terminal_bar
from .connectors.arcs import Arc as Arc, Arcs as Arcs
from .connectors.connector import BEYOND as BEYOND, Connector as Connector, Flow as Flow
from .connectors.connector import Junction as Junction, chain as chain
from .connectors.connector import fan_in as fan_in, fan_out as fan_out, numbered_names as numbered_names
from .connectors.flow_arrow import FlowArrow as FlowArrow
from .connectors.ribbons import Ribbon as Ribbon, RibbonGap as RibbonGap, Ribbons as Ribbons
from .connectors.with_connectors import SideArrows as SideArrows, WithConnectors as WithConnectors
from .formulas.annotated import AnnotatedFormula as AnnotatedFormula, Note as Note
from .formulas.line import FormulaLine as FormulaLine
from .graphs.boxes import nested_boxes as nested_boxes
from .graphs.graph import GraphDrawing as GraphDrawing
from .graphs.net import draw_net as draw_net
from .graphs.network import NetworkDrawing as NetworkDrawing, UnitColumn as UnitColumn
from .graphs.node import GraphNode as GraphNode
from .graphs.parts import GraphEdge as GraphEdge, GraphGroup as GraphGroup
from .images.callouts import Callout as Callout, ImageWithCallouts as ImageWithCallouts
from .images.framed_image import FramedImage as FramedImage
from .images.raw_data import Curve as Curve, PixelGrid as PixelGrid, Waveform as Waveform
from .matrices.cells import Heatmap as Heatmap, HintonCell as HintonCell, NumberCell as NumberCell
from .matrices.masked_region import MaskedRegions as MaskedRegions, masked_place as masked_place
from .matrices.number_grid import GridWindow as GridWindow, NumberGrid as NumberGrid
from .matrices.samples import hit_sample as hit_sample, shape_note as shape_note
from .matrices.samples import square_samples as square_samples
from .matrices.sums import SumPart as SumPart, lying_sum as lying_sum, mosaic_sum as mosaic_sum
from .matrices.sums import meeting_sum as meeting_sum, poured_sum as poured_sum, upright_sum as upright_sum
from .matrices.vector import Vector as Vector, blank_vector as blank_vector
from .matrices.vector import operator_sign as operator_sign, truncate_vector as truncate_vector
from .objects.data_cards import FannedCard as FannedCard, data_cards as data_cards
from .objects.document_sheet import DocumentSheet as DocumentSheet, document_block as document_block
from .objects.drawn import Drawn as Drawn
from .objects.goal import Goal as Goal
from .objects.journey import Journey as Journey, Stop as Stop
from .objects.way_back import WayBack as WayBack
from .objects.balance import Balance as Balance
from .objects.balloon import Balloon as Balloon, Side as Side, balloon_words as balloon_words
from .objects.outline import DottedOutline as DottedOutline
from .objects.panel import panel as panel, panel_heading as panel_heading
from .panel_group import PanelGroup as PanelGroup, letter_ring as letter_ring, panel_name as panel_name
from .objects.person import Person as Person
from .objects.racetrack import Racetrack as Racetrack
from .objects.ring_road import RingRoad as RingRoad
from .objects.river import Landmark as Landmark, River as River
from .objects.time_span import TimeSpan as TimeSpan
from .objects.road import RoadStop as RoadStop
from .objects.sign import Sign as Sign
from .objects.signpost import Signpost as Signpost
from .objects.speech import Speech as Speech
from .objects.pictures import picture as picture, picture_names as picture_names
from .objects.experts import Experts as Experts
from .objects.light_cone import LightCone as LightCone
from .objects.loss_lesson import LossLesson as LossLesson, expected_token as expected_token
from .objects.model import Model as Model
from .objects.open_block import OpenBlock as OpenBlock
from .objects.tower import Storey as Storey, Tower as Tower
from .objects.tray import Tray as Tray
from .objects.plate import Plate as Plate
from .objects.slab import Slab as Slab, edge_to_scale as edge_to_scale
from .objects.timed_column import TimedColumn as TimedColumn
from .objects.symbol import Symbol as Symbol, draw_symbol as draw_symbol, emblem as emblem
from .objects.symbol import small_emblem as small_emblem
from .planes.marks import SHAPES as SHAPES, Mark as Mark, MarkGroup as MarkGroup, PlaneLine as PlaneLine
from .planes.scatter import LabeledScatter as LabeledScatter, Scatter as Scatter, equation as equation
from .schedules.chart import ScheduleChart as ScheduleChart
from .schedules.parts import ScheduleArrow as ScheduleArrow, ScheduleMark as ScheduleMark
from .schedules.parts import ScheduleRow as ScheduleRow, ScheduleSegment as ScheduleSegment
from .schedules.parts import ScheduleTime as ScheduleTime
from .sequences.chart import SequenceChart as SequenceChart
from .sequences.parts import FrameSection as FrameSection, Lifeline as Lifeline
from .sequences.parts import SequenceEvent as SequenceEvent, SequenceFrame as SequenceFrame
from .sequences.parts import SequenceMessage as SequenceMessage, SequenceNote as SequenceNote
from .sets.circles import VennCircle as VennCircle, circles_to_scale as circles_to_scale
from .sets.circles import equal_circles as equal_circles
from .sets.venn import VennDiagram as VennDiagram, VennRegion as VennRegion, VennSet as VennSet
from .tokens.chip import SpanBracket as SpanBracket, VocabularyEntry as VocabularyEntry
from .tokens.chip import token_chip as token_chip, token_number as token_number, token_words as token_words
from .tokens.chip import vocabulary_card as vocabulary_card
from .tokens.columns import mark_key as mark_key, token_mark as token_mark, vertical_strip as vertical_strip
from .tokens.loss_strip import LossGroup as LossGroup, LossStrip as LossStrip
from .tokens.loss_strip import horizontal_loss_strip as horizontal_loss_strip
from .tokens.loss_strip import vertical_loss_strip as vertical_loss_strip
from .tokens.ribbon import CutPiece as CutPiece, flow_to_text as flow_to_text
from .tokens.ribbon import ribbon as ribbon, scissors as scissors
from .tokens.runs import GAP as GAP, TokenRun as TokenRun, group_runs as group_runs
from .tokens.runs import truncate_runs as truncate_runs
from .tokens.strip import Lane as Lane, TokenSpan as TokenSpan, TokenStrip as TokenStrip
from .tokens.strip import lane_caption as lane_caption
