from .alignment import Alignment as Alignment
from .attention import Attention as Attention
from .bars import Bars as Bars
from .branches import Branch as Branch, Branches as Branches
from .cards import Cards as Cards, Item as Item, Panel as Panel
from .code import Code as Code
from .comparison import Behaviour as Behaviour, Comparison as Comparison
from .computational_graph import ComputationalGraph as ComputationalGraph, Operation as Operation
from .conversation import ChatTemplate as ChatTemplate
from .conversation import Conversation as Conversation
from .conversation import Message as Message
from .conversation import SpeakerNames as SpeakerNames
from .convolution import Convolution as Convolution
from .curves import Curves as Curves, NamedPoint as NamedPoint, Series as Series
from .cycle import Cycle as Cycle, Step as Step
from .decision_tree import DecisionTree as DecisionTree
from .distribution import Distribution as Distribution
from .encodings import AudioData as AudioData
from .encodings import Encodings as Encodings
from .encodings import ImageData as ImageData
from .encodings import TextData as TextData
from .exchange import Crossing as Crossing, Exchange as Exchange, Place as Place
from .flows import Flow as Flow, FlowNode as FlowNode, Flows as Flows
from .formula import Formula as Formula, Term as Term
from .generation import Generation as Generation
from .graph import Chain as Chain, Edge as Edge, Graph as Graph, Node as Node, NodeGroup as NodeGroup
from .hub import Hub as Hub, Spoke as Spoke
from .key_values import Group as Group, KeyValues as KeyValues
from .kind import Builder as Builder, Chart as Chart, builders as builders, examples as examples
from .layers import Block as Block, Layer as Layer, Layers as Layers
from .loss_mask import IGNORED as IGNORED, LossMask as LossMask
from .matrix import Matrix as Matrix
from .mind_map import MindMap as MindMap
from .nested_boxes import NestedBoxes as NestedBoxes
from .network import Network as Network, UnitLayer as UnitLayer
from .panels import Panels as Panels
from .photo import Callout as Callout, Photo as Photo
from .pipeline import Back as Back, Pipeline as Pipeline, Stage as Stage
from .plot import Area as Area
from .plot import Axis as Axis
from .plot import Band as Band
from .plot import Fit as Fit
from .plot import HorizontalLine as HorizontalLine
from .plot import Line as Line
from .plot import Plot as Plot
from .plot import Region as Region
from .plot import Scatter as Scatter
from .plot import VerticalLine as VerticalLine
from .points import Cluster as Cluster, Points as Points
from .projection import Projection as Projection, Weights as Weights
from .record import Field as Field, Record as Record
from .rubric import Answer as Answer, Rubric as Rubric
from .schedule import Schedule as Schedule, Task as Task
from .sequence import Actor as Actor
from .sequence import Alternative as Alternative
from .sequence import Call as Call
from .sequence import Loop as Loop
from .sequence import Note as Note
from .sequence import Option as Option
from .sequence import Parallel as Parallel
from .sequence import Return as Return
from .sequence import Sequence as Sequence
from .shift import Shift as Shift
from .state_machine import StateMachine as StateMachine
from .table import Table as Table
from .terminal import Command as Command, Terminal as Terminal
from .timeline import Moment as Moment, Timeline as Timeline
from .tokenization import Tokenization as Tokenization
from .tree import Tree as Tree
from .vector_sum import Summand as Summand, VectorSum as VectorSum
from .venn import Intersection as Intersection, Set as Set, Venn as Venn
from .widths import Width as Width, Widths as Widths
from .windows import Windows as Windows
