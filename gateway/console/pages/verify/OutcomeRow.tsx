import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { periodOf } from "../../parts/engagement-words.ts";
import { exactly } from "../../parts/outcome-claims.ts";
import { Providers } from "../../parts/Providers.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { Verified } from "../../parts/Verified.tsx";
import { useWords } from "../../words/use-words.ts";
import { reasonsOf, type ToVerify } from "./explain.ts";
import look from "./Verify.module.css";

/** One figure, and why it is remarkable or not. */
function Claim({ outcome, claim }: { outcome: ToVerify; claim: ToVerify["claims"][number] }) {
	const t = useWords();
	const compared = outcome.comparisons.find(({ metric }) => metric === claim.metric);
	return (
		<div className={look.claim}>
			<p>
				{t(`trace.metric.${claim.metric}`)}:{" "}
				<strong>
					{claim.qualifier} {exactly(t, claim.value, claim.currency)}
				</strong>
			</p>
			<ul>
				{reasonsOf(t, claim, compared).map(({ key, text, isStriking }) => (
					<li key={key} className={isStriking ? look.striking : "quiet"}>
						{text} {isStriking && key !== "BOUND" && t("outcomes.explain.unusual")}
					</li>
				))}
			</ul>
		</div>
	);
}

type Props = { outcome: ToVerify; isChosen: boolean; onChoose: (isChosen: boolean) => void };

/** One outcome to decide on: who reports what for when, how it compares, and what was said of it. */
export function OutcomeRow({ outcome, isChosen, onChoose }: Props) {
	const t = useWords();
	const { sme, center, institute, covers, history, verification, source } = outcome;
	const window = periodOf(t, outcome.windowStart, outcome.windowEnd) ?? t("trace.no-date");
	const [first] = history;
	const last = history.findLast(({ reason }) => reason);
	const place = [sme.city, sme.state && t.maybe(`state.${sme.state}`, sme.state)];
	return (
		<article className={look.row} aria-label={`${sme.name}, ${window}`}>
			<input
				type="checkbox"
				aria-label={t("outcomes.tick", { name: sme.name, window })}
				checked={isChosen}
				onChange={({ target }) => onChoose(target.checked)}
			/>
			<div className={look.body}>
				<p className={look.name}>
					<RecordLink type="Sme" id={sme.id}>
						{sme.name}
					</RecordLink>{" "}
					<span className="quiet">{place.filter(Boolean).join(", ")}</span> · {window}{" "}
					{outcome.synthetic && <Synthetic />}
				</p>
				<p>
					<Verified verification={verification} /> ·{" "}
					<Providers center={center} institute={institute} />
					{first && ` · ${t("outcomes.reported-on", { date: t.date(first.at), by: first.by })}`}
				</p>
				{last && <p>{t("outcomes.because", { by: last.by, reason: last.reason })}</p>}
				{outcome.claims.map((claim) => (
					<Claim key={claim.metric} outcome={outcome} claim={claim} />
				))}
				<p className="quiet">
					{t("outcomes.card.covers")} {covers.length === 0 && t("outcome.covers.none")}
					{covers.map(({ id, kind, startedOn }, index) => (
						<span key={id}>
							{index > 0 && ", "}
							<EngagementLink id={id}>
								{t(`kind.${kind}`)}
								{startedOn && `, ${t.date(startedOn)}`}
							</EngagementLink>
						</span>
					))}{" "}
					· <SourceLine source={source} />
				</p>
				<ChangesFold id={outcome.id} />
			</div>
		</article>
	);
}
