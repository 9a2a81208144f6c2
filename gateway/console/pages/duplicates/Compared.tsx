import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
	DuplicatesOfDocument,
	MarkSmesDistinctDocument,
	MergeSmesDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { faultsIn } from "../../parts/not-done-fields.ts";
import { ReasonForm } from "../../parts/ReasonForm.tsx";
import type { AddressView } from "../../parts/use-address.ts";
import { useKeyedChange } from "../../parts/use-keyed-change.ts";
import { useWords } from "../../words/use-words.ts";
import { ComparedTable } from "./ComparedTable.tsx";
import { proposed, type Side } from "./compare.ts";
import { DistinctLine } from "./DistinctLine.tsx";
import look from "./Duplicates.module.css";
import { Effects } from "./Effects.tsx";
import { useFocusOn } from "./use-focus-on.ts";

type Props = {
	sides: readonly [Side, Side];
	/** The ids in the address: of merged ones, not those of the sides. */
	asked: readonly [string, string];
	address: AddressView;
};

/** Two side by side, which one is kept, what merging them does, and the decision. */
export function Compared({ sides, asked, address }: Props) {
	const t = useWords();
	const [one, other] = sides;
	// What was on the page when somebody else changed it.
	const [before, setBefore] = useState<readonly [Side, Side]>();
	const known = useQuery(ask(DuplicatesOfDocument, { id: one.id }));
	const isThis = ({ smes }: { smes: Array<{ id: string }> }) =>
		smes.some(({ id }) => id === other.id);
	const likely = known.data?.data.likely.nodes.find(isThis);
	const mark = known.data?.data.declared.nodes.find(isThis)?.distinct;
	const place = useFocusOn(known.data && Boolean(mark));
	const kept = sides.find(({ id }) => id === address.says.keep) ?? proposed(one, other);
	const merged = kept === one ? other : one;
	const merge = useKeyedChange(MergeSmesDocument);
	const distinct = useKeyedChange(MarkSmesDistinctDocument);
	const failed = merge.error ?? distinct.error;
	const keepFault = faultsIn(merge.error).get("keep");

	/** What changed meanwhile is marked where it was refused. */
	async function decided(work: () => Promise<unknown>) {
		merge.reset();
		distinct.reset();
		try {
			await work();
			setBefore(undefined);
		} catch (error) {
			setBefore(sides);
			throw error;
		}
	}
	return (
		<>
			{sides.map(
				(side, at) =>
					asked[at] !== side.id && (
						<p key={side.id} role="status" className={look.notice}>
							{t("duplicates.was-merged", { id: asked[at] ?? "", name: side.name })}
						</p>
					),
			)}
			{likely && (
				<p>
					{t("duplicates.likely", { percent: Math.round((likely.score ?? 0) * 100) })}{" "}
					{likely.reasons.join("; ")}
				</p>
			)}
			<ComparedTable
				sides={sides}
				before={before}
				keptId={kept.id}
				onKeep={(keep) => address.type({ keep })}
			/>
			{keepFault && (
				<p className={look.fault} role="alert">
					{keepFault}
				</p>
			)}
			<div ref={place} tabIndex={-1}>
				{mark ? (
					<div className={look.notice} role="status">
						<p>{t("duplicates.marked")}</p>
						<DistinctLine ids={[one.id, other.id]} mark={mark} />
					</div>
				) : (
					<>
						<Effects kept={kept} merged={merged} />
						<ReasonForm
							name={`decide ${[one.id, other.id].sort().join(" ")}`}
							label={t("duplicates.why")}
							hint={t("duplicates.why.hint")}
							error={keepFault ? null : failed}
							choices={[
								{
									action: t("duplicates.merge.do", { merged: merged.name, kept: kept.name }),
									busy: t("duplicates.merge.busy"),
									isBusy: merge.isPending,
									onSend: (reason) =>
										decided(() =>
											merge.send({
												keep: kept.id,
												merge: merged.id,
												revision: merged.revision,
												keepRevision: kept.revision,
												reason,
											}),
										),
								},
								{
									action: t("duplicates.mark.do"),
									busy: t("duplicates.mark.busy"),
									isBusy: distinct.isPending,
									onSend: (reason) =>
										decided(() => distinct.send({ one: one.id, other: other.id, reason })),
								},
							]}
						/>
					</>
				)}
			</div>
		</>
	);
}
