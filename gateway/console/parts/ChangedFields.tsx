import type { ReactNode } from "react";
import { useWords } from "../words/use-words.ts";
import look from "./ChangeTimeline.module.css";
import { type FieldChange, fieldText, valueText } from "./change-values.ts";
import { EngagementLink } from "./EngagementLink.tsx";
import { nameText } from "./place.ts";
import { RecordLink } from "./RecordLink.tsx";

/** More fields than these are folded. */
const FEW = 3;
/** Longer values are folded, in characters. */
const SHORT = 160;

type Named = FieldChange["afterRecord"];
type Side = { field: string; value: string; record: Named };

/** The services that an outcome covers. */
function Covered({ value }: { value: string }) {
	const ids: string[] = JSON.parse(value);
	return (
		<ul className={look.ids}>
			{ids.map((id) => (
				<li key={id}>
					<EngagementLink id={id}>{id}</EngagementLink>
				</li>
			))}
		</ul>
	);
}

function Value({ field, value, record }: Side) {
	const t = useWords();
	if (record && "name" in record)
		return record.__typename === "MembershipTier" ? (
			nameText(t, record)
		) : (
			<RecordLink type={record.__typename} id={record.id}>
				{nameText(t, record)}
			</RecordLink>
		);
	if (field === "covers") return <Covered value={value} />;
	const text = valueText(t, field, value);
	if (text.length <= SHORT) return text;
	return (
		<details className={look.long}>
			<summary>{`${text.slice(0, SHORT / 2).trimEnd()} …`}</summary>
			{text}
		</details>
	);
}

function ChangeLine({ change }: { change: FieldChange }) {
	const t = useWords();
	const { field, before, after, beforeRecord, afterRecord } = change;
	const message = before === null ? "value" : after === null ? "cleared" : "change";
	const said = (value: string | null, record: Named): ReactNode =>
		value !== null && <Value field={field} value={value} record={record} />;
	return (
		<li>
			{t.rich(`changes.${message}`, {
				field: <span className="quiet">{fieldText(t, field)}</span>,
				before: said(before, beforeRecord),
				after: said(after, afterRecord),
			})}
		</li>
	);
}

/** Fields with their values before and after; many are folded. */
export function ChangedFields({ changes }: { changes: readonly FieldChange[] }) {
	const t = useWords();
	if (changes.length === 0) return null;
	const list = (
		<ul className={look.changes}>
			{changes.map((change) => (
				<ChangeLine key={change.field} change={change} />
			))}
		</ul>
	);
	if (changes.length <= FEW) return list;
	return (
		<details className={look.folded}>
			<summary>{t("changes.fields", { count: changes.length })}</summary>
			{list}
		</details>
	);
}
