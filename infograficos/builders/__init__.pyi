from .alignment import Alignment
from .attention import Attention
from .bars import Bars
from .branches import Branch, Branches
from .cards import Cards, Item, Panel
from .code import Code
from .comparison import Behaviour, Comparison
from .conversation import ChatTemplate, Conversation, Message, SpeakerNames
from .curves import Curves, Series
from .cycle import Cycle, Step
from .distribution import Distribution
from .encodings import AudioData, Encodings, ImageData, TextData
from .exchange import Crossing, Exchange, Place
from .formula import Formula, Term
from .generation import Generation
from .hub import Hub, Spoke
from .key_values import Group, KeyValues
from .kind import Builder, builders, examples
from .layers import Block, Layer, Layers
from .loss_mask import IGNORED, LossMask
from .matrix import Matrix
from .photo import Photo
from .pipeline import Pipeline, Stage
from .points import Cluster, Points
from .projection import Projection, Weights
from .record import Field, Record
from .rubric import Answer, Rubric
from .shift import Shift
from .table import Table
from .terminal import Command, Terminal
from .timeline import Moment, Timeline
from .tokenization import Tokenization
from .vector_sum import Summand, VectorSum
from .widths import Width, Widths
from .windows import Windows

__all__ = [
    "IGNORED",
    "Alignment",
    "Answer",
    "Attention",
    "AudioData",
    "Bars",
    "Behaviour",
    "Block",
    "Branch",
    "Branches",
    "Builder",
    "Cards",
    "ChatTemplate",
    "Cluster",
    "Code",
    "Command",
    "Comparison",
    "Conversation",
    "Crossing",
    "Curves",
    "Cycle",
    "Distribution",
    "Encodings",
    "Exchange",
    "Field",
    "Formula",
    "Generation",
    "Group",
    "Hub",
    "ImageData",
    "Item",
    "KeyValues",
    "Layer",
    "Layers",
    "LossMask",
    "Matrix",
    "Message",
    "Moment",
    "Panel",
    "Photo",
    "Pipeline",
    "Place",
    "Points",
    "Projection",
    "Record",
    "Rubric",
    "Series",
    "Shift",
    "SpeakerNames",
    "Spoke",
    "Stage",
    "Step",
    "Summand",
    "Table",
    "Term",
    "Terminal",
    "TextData",
    "Timeline",
    "Tokenization",
    "VectorSum",
    "Weights",
    "Width",
    "Widths",
    "Windows",
    "builders",
    "examples",
]
