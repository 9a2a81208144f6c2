import { useState } from "react";
import { UnmarkSmesDistinctDocument } from "../../graphql/graphql.ts";
import { ReasonForm } from "../../parts/ReasonForm.tsx";
import { useKeyedChange } from "../../parts/use-keyed-change.ts";
import { useWords } from "../../words/use-words.ts";
import type { Pair } from "./questions.ts";

type Props = { ids: readonly string[]; mark: NonNullable<Pair["distinct"]> };

/** Who declared two not to be the same, when and why, and how to take it back. */
export function DistinctLine({ ids: [one = "", other = ""], mark }: Props) {
	const t = useWords();
	const [isAsking, setAsking] = useState(false);
	const unmark = useKeyedChange(UnmarkSmesDistinctDocument);
	const { at, by, reason, yours } = mark;
	return (
		<>
			<p className="quiet">
				{by ? t("duplicates.marked.by", { date: t.date(at), by }) : t.date(at)}
				{reason && ` · ${reason}`}
			</p>
			{!yours && <p className="quiet">{t("duplicates.marked.not-yours")}</p>}
			{yours && !isAsking && (
				<button type="button" className="action" onClick={() => setAsking(true)}>
					{t("duplicates.unmark.ask")}
				</button>
			)}
			{yours && isAsking && (
				<ReasonForm
					name={`unmark ${one} ${other}`}
					label={t("duplicates.unmark.why")}
					error={unmark.error}
					choices={[
						{
							action: t("duplicates.unmark"),
							busy: t("duplicates.unmark.busy"),
							isBusy: unmark.isPending,
							onSend: (why) => unmark.send({ one, other, reason: why }),
						},
					]}
					onCancel={() => setAsking(false)}
				/>
			)}
		</>
	);
}
