import { useId } from "react";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { NotAvailable, Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { countOf, FACTS, factOf, RECORDS, type Side } from "./compare.ts";
import look from "./Duplicates.module.css";

type Props = {
	sides: readonly [Side, Side];
	/** The two as they were before somebody else changed one of them. */
	before?: readonly [Side, Side];
	keptId: string;
	onKeep: (id: string) => void;
};

type RowProps = {
	name: string;
	/** A text for each of the two; undefined where it is not known. */
	values: readonly (string | undefined)[];
	was?: readonly (string | undefined)[];
	/** Whether it is marked where they differ. */
	isFact: boolean;
};

function Row({ name, values, was, isFact }: RowProps) {
	const t = useWords();
	const differs = isFact && values[0] !== values[1];
	return (
		<tr className={differs ? look.differs : undefined}>
			<th scope="row">
				{name} {differs && <span className={look.mark}>{t("duplicates.differs")}</span>}
			</th>
			{values.map((value, at) => (
				<td key={at}>
					{value ?? <NotAvailable reason={t("duplicates.not-stated")} />}
					{was && was[at] !== value && (
						<span className={look.changed}>
							{t("duplicates.changed", { was: was[at] ?? t("duplicates.not-stated") })}
						</span>
					)}
				</td>
			))}
		</tr>
	);
}

/** What is known of two manufacturers, a row each, with what differs marked; and which of them is kept. */
export function ComparedTable({ sides, before, keptId, onKeep }: Props) {
	const t = useWords();
	const group = useId();
	return (
		<table className={look.compared}>
			<caption className="unseen">{t("duplicates.side-by-side")}</caption>
			<thead>
				<tr>
					<td />
					{sides.map(({ id, name, synthetic }) => (
						<th key={id} scope="col">
							<RecordLink type="Sme" id={id}>
								{name}
							</RecordLink>{" "}
							{synthetic && <Synthetic />}
							<code className="quiet">{id}</code>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row" id={group}>
						{t("duplicates.keep")}
					</th>
					{sides.map(({ id, name }) => (
						<td key={id}>
							<label className={look.keep}>
								<input
									type="radio"
									name={group}
									checked={id === keptId}
									onChange={() => onKeep(id)}
								/>
								{t("duplicates.keep.this")} <span className="unseen">{name}</span>
							</label>
						</td>
					))}
				</tr>
				{FACTS.map((fact) => (
					<Row
						key={fact}
						isFact
						name={t(`duplicates.fact.${fact}`)}
						values={sides.map((side) => factOf(t, side, fact))}
						was={before?.map((side) => factOf(t, side, fact))}
					/>
				))}
				{RECORDS.map((record) => (
					<Row
						key={record}
						isFact={false}
						name={t(`duplicates.record.${record}`)}
						values={sides.map((side) => t.number(countOf(side, record)))}
						was={before?.map((side) => t.number(countOf(side, record)))}
					/>
				))}
				<Row
					isFact={false}
					name={t("duplicates.latest")}
					values={sides.map(({ engagements }) => {
						const on = engagements.nodes[0]?.startedOn;
						return on ? t.date(on) : undefined;
					})}
				/>
			</tbody>
		</table>
	);
}
