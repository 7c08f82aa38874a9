"""Questionnaires as dated data: each question with its words, type, choices, when it is asked and what is allowed.

Words: *instrument*: the whole questionnaire in one edition; *relevance*: when a question is asked; *constraint*: which
answers are allowed; *fact*: the name under which the rest of Rukun knows the answer. "Unknown" and "refused" may
always be answered and are therefore never listed as choices.
"""

from rukun.parameters.instruments.expressions import Answer, Answers, Expression, parse
from rukun.parameters.instruments.questions import Choice, Instrument, Question, Words
from rukun.parameters.instruments.reading import all_keys, in_force, load, read

__all__ = [
    "Answer",
    "Answers",
    "Choice",
    "Expression",
    "Instrument",
    "Question",
    "Words",
    "all_keys",
    "in_force",
    "load",
    "parse",
    "read",
]
