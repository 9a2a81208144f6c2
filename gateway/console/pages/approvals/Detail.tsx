import { useQuery } from "@tanstack/react-query";
import { type Ref, useEffect, useEffectEvent, useState } from "react";
import { ApprovalRecordDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";
import type { Choice } from "./decide.ts";
import { RecordInFull } from "./RecordInFull.tsx";
import { isOpen, type Mark, type Waiting, type Worklist } from "./worklist.ts";

type Props = {
	row: Waiting;
	mark: Mark | undefined;
	list: Worklist;
	heading?: Ref<HTMLHeadingElement>;
	/** Told the record as it is now, once it is shown. */
	onLooked: (row: Waiting) => void;
	onAsk: (choice: Choice, row: Waiting) => void;
	onDismiss: (row: Waiting) => void;
	onClose: () => void;
};

/** Rows that keys only pass are not asked for: a key that is held down passes thirty a second. */
const STAY_MS = 120;

/** True once it was there for a moment. */
function useStays(): boolean {
	const [stays, setStays] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setStays(true), STAY_MS);
		return () => clearTimeout(timer);
	}, []);
	return stays;
}

/** All that a record says, beside the list. */
export function Detail({ row, mark, list, heading, onLooked, onAsk, ...on }: Props) {
	const t = useWords();
	const stays = useStays();
	const query = useQuery({
		...ask(ApprovalRecordDocument, { id: row.id }),
		enabled: stays,
		staleTime: 0,
	});
	const record = query.data?.data.engagement;
	// What was kept from before may be older than what was changed.
	const isFresh = record && query.isFetchedAfterMount && !query.isFetching;
	const looked = useEffectEvent((seen: Waiting) => onLooked(seen));
	useEffect(() => {
		if (isFresh) looked(record);
	}, [isFresh, record]);
	const hasMoved = record !== undefined && record !== null && record.status !== "SUBMITTED";
	return (
		<section
			className={look.detail}
			aria-label={t("approvals.record", { name: row.sme.name })}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				on.onClose();
			}}
		>
			<div className={look.head}>
				<h2 ref={heading} tabIndex={-1}>
					{row.sme.name}
				</h2>
				<button type="button" className="action" onClick={on.onClose}>
					{t("close")}
				</button>
			</div>
			<Answered name={t("approvals.record", { name: row.sme.name })} query={query} height={480}>
				{({ engagement }) =>
					engagement ? (
						<RecordInFull record={engagement} mark={mark} />
					) : (
						<p>{t("approvals.gone")}</p>
					)
				}
			</Answered>
			<div className={look.actions}>
				{hasMoved ? (
					<button type="button" className="action" onClick={() => on.onDismiss(record)}>
						{t("approvals.dismiss")}
					</button>
				) : (
					(["APPROVE", "RETURN"] as const).map((choice) => (
						<button
							key={choice}
							type="button"
							className={choice === "APPROVE" ? "action first" : "action"}
							disabled={!record || !isOpen(record, list)}
							onClick={() => record && onAsk(choice, record)}
						>
							{t(`approvals.this.${choice}`)}
						</button>
					))
				)}
			</div>
		</section>
	);
}
