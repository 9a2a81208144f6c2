import { useMemo } from "react";
import { InstituteFundingDocument } from "../../graphql/graphql.ts";
import { type Column, cellsOf } from "../../parts/columns.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { Subhead } from "../../parts/Subhead.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Commitment } from "./money.ts";
import { useCommitmentName } from "./use-commitment-name.ts";

/** Whether it is the plan, a total that its source does not split, or another measure. */
const useOf = ({ accepted, kind }: Pick<Commitment, "accepted" | "kind">) => {
	if (!accepted) return "profile.funding.is-other";
	return kind === "TOTAL" ? "profile.funding.is-total" : "profile.funding.is-plan";
};

type Row = Commitment & { key: string };

type Props = { id: string; commitments: readonly Commitment[] };

/** Every amount that a source gives, each opening onto its source. */
export function CommitmentTable({ id, commitments }: Props) {
	const t = useWords();
	const nameOf = useCommitmentName();
	const rows = commitments.map((one, index) => ({ ...one, key: String(index) }));
	const columns = useMemo(
		(): Column<Row>[] => [
			{ id: "measure", head: t("profile.funding.measure"), width: 2, value: nameOf },
			{
				id: "kind",
				head: t("profile.funding.whose"),
				value: ({ kind }) => t(`profile.funding.${kind}`),
			},
			{
				id: "amount",
				head: t("profile.funding.amount"),
				numeric: true,
				value: ({ amount }) => amount.amount,
				cell: (one) => (
					<Sourced
						name={nameOf(one)}
						source={one.source}
						doubts={one.doubts}
						told={[
							[t("source.printed"), one.asPrinted],
							[
								t("source.printed-value"),
								one.printedAmount && t.value(one.printedAmount.amount, one.printedAmount.currency),
							],
							[t("source.as-of"), one.asOfWords ?? (one.asOf && t.date(one.asOf))],
							[t("source.reason"), one.reason],
						]}
					>
						{t.value(one.amount.amount, one.amount.currency)}
					</Sourced>
				),
			},
			{
				id: "use",
				head: t("profile.funding.use"),
				width: 2.4,
				value: (one) => [t(useOf(one)), one.reason].filter(Boolean).join(". "),
				cell: ({ reason, parts, ...one }) => (
					<>
						{t(useOf(one))}
						{reason && <div className="quiet">{reason}</div>}
						{parts.length > 0 && (
							<div className="quiet">
								{t("profile.funding.parts")}{" "}
								{parts
									.map(({ party, amount }) => `${party} ${t.value(amount.amount, amount.currency)}`)
									.join("; ")}
							</div>
						)}
					</>
				),
			},
		],
		[nameOf, t],
	);
	return (
		<>
			<Subhead title={t("profile.funding.amounts")}>
				<TakeAlong
					file={`${id}-amounts`}
					cells={() => cellsOf(columns, rows)}
					asked={{ document: InstituteFundingDocument, variables: { id } }}
				/>
			</Subhead>
			<Table
				caption={t("profile.funding.amounts")}
				columns={columns}
				rows={rows}
				keyOf={({ key }) => key}
				empty={t("profile.funding.none")}
			/>
		</>
	);
}
