"""What the desk would say, as projections hand it to the window. In the core's thread; read-only.

The machine knows no pictures and the window knows no machine, so the one is turned into the other here.
"""

from core.domain.limits import Rule
from core.machine.desk.desk import Desk
from core.machine.desk.would import would
from core.projections.ticket_pictures import GateAnswer, GateUse, Question


def answer(desk: Desk, question: Question) -> GateAnswer:
    said = would(desk, question)
    uses = tuple(GateUse(Rule(use.rule), use.scope, use.used, use.value, use.soft) for use in said.uses)
    refusal = said.refusal
    if refusal is None:
        return GateAnswer(question, rejection=said.rejection, line=said.line, qty=said.qty, worst=said.worst, uses=uses)
    return GateAnswer(
        question, refusal.reason, refusal.limit, refusal.value, Rule(refusal.rule) if refusal.rule else None, refusal.scope,
        refusal.soft, refusal.also, None, said.line, said.refused, smaller=said.smaller,
    )
