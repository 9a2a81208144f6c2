import { useRef, useState } from "react";
import type { ReportedOutcomesQuery } from "../../graphql/graphql.ts";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { periodOf } from "../../parts/engagement-words.ts";
import { exactly } from "../../parts/outcome-claims.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { Verified } from "../../parts/Verified.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { Correction } from "./Correction.tsx";
import look from "./Outcomes.module.css";
import { Withdrawal } from "./Withdrawal.tsx";

export type ReportedOutcome = ReportedOutcomesQuery["outcomes"]["nodes"][number];

/** Verifications at which a center may still correct or withdraw its report. */
const OPEN = ["SELF_REPORTED", "OUTLIER", "DISPUTED"];

/** One report: its figures, what it covers, how it was checked and why, and what its center can still do. */
export function ReportedCard({ outcome, viewer }: { outcome: ReportedOutcome; viewer: SignedIn }) {
	const t = useWords();
	const [open, setOpen] = useState<"CORRECT" | "WITHDRAW">();
	const card = useRef<HTMLElement>(null);
	const { sme, windowStart, windowEnd, claims, verification, covers, history } = outcome;
	const window = periodOf(t, windowStart, windowEnd) ?? t("trace.no-date");
	const last = history.at(-1);
	const close = () => {
		setOpen(undefined);
		card.current?.focus();
	};
	return (
		<article ref={card} tabIndex={-1} className={look.card} aria-label={`${sme.name}, ${window}`}>
			<p className={look.name}>
				<RecordLink type="Sme" id={sme.id}>
					{sme.name}
				</RecordLink>{" "}
				· {window} {outcome.synthetic && <Synthetic />}
			</p>
			<ul>
				{claims.map(({ metric, value, currency, qualifier }) => (
					<li key={metric}>
						{t(`trace.metric.${metric}`)}: {qualifier} {exactly(t, value, currency)}
					</li>
				))}
			</ul>
			<p>
				<Verified verification={verification} />
				{last?.reason && <> · {t("outcomes.because", { by: last.by, reason: last.reason })}</>}
			</p>
			<p className="quiet">
				{t("outcomes.card.covers")}{" "}
				{covers.map(({ id, kind, startedOn }, index) => (
					<span key={id}>
						{index > 0 && ", "}
						<EngagementLink id={id}>
							{t(`kind.${kind}`)}
							{startedOn && `, ${t.date(startedOn)}`}
						</EngagementLink>
					</span>
				))}
			</p>
			{OPEN.includes(verification) && !open && (
				<div className={look.actions}>
					<button type="button" className="action" onClick={() => setOpen("CORRECT")}>
						{t("outcomes.correct")}
					</button>
					<button type="button" className="action" onClick={() => setOpen("WITHDRAW")}>
						{t("outcomes.withdraw")}
					</button>
				</div>
			)}
			<ChangesFold id={outcome.id} />
			{open === "CORRECT" && <Correction outcome={outcome} viewer={viewer} onClose={close} />}
			{open === "WITHDRAW" && <Withdrawal outcome={outcome} viewer={viewer} onClose={close} />}
		</article>
	);
}
