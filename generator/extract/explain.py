"""Why a claim says what it says, for an editor: the sentence, and for each field the rule and the words that gave it."""

from generator.model.claim import Claim, Reason
from generator.model.quantity import Value

_FIELDS = {
    "subject": "谁的",
    "label": "指标",
    "metric": "标准指标",
    "value": "数值",
    "kind": "类别",
    "period": "时间",
    "status": "状态",
    "review": "待核",
}


def explain_claim(claim: Claim) -> str:
    """Lines of text: the quote with its page and line, then each field with its value, rule and words. Nothing is refused."""
    place = f"{claim.evidence.page}:{claim.evidence.line}"
    lines = [f"{claim.id}  {place}  {claim.evidence.article}", f"  “{claim.evidence.quote}”"]
    lines += [_line(claim, reason) for reason in claim.why]
    if claim.review:
        lines.append(f"  待核: {claim.review}")
    return "\n".join(lines)


def _line(claim: Claim, reason: Reason) -> str:
    words = f" ← “{reason.words}”" if reason.words else ""
    return f"  {_FIELDS.get(reason.field, reason.field)}: {_value(claim, reason.field)}  [{reason.rule}]{words}"


def _value(claim: Claim, field: str) -> str:
    if field == "value":
        return f"{claim.value.text()}{claim.unit} ({claim.qualifier.value})"
    if field == "subject":
        return f"{claim.subject} ({claim.level.value}, {claim.park or '-'})"
    value = getattr(claim, field, "")
    return value.text() if isinstance(value, Value) else str(value)
