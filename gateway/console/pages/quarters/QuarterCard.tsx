import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ChangesFold } from "../../parts/ChangesFold.tsx";
import { PATHS } from "../../parts/paths.ts";
import { quarterParameter, quarterText } from "../../parts/quarters.ts";
import { useWords } from "../../words/use-words.ts";
import { CloseDialog } from "./CloseDialog.tsx";
import look from "./Quarters.module.css";
import { type Part, type State, stateText } from "./standing.ts";

/** A quarter of the network: how it stands, who has not reported it, and the way to close it all the same. */
export function QuarterCard({ state, parts }: { state: State; parts: readonly Part[] }) {
	const t = useWords();
	const [isAsked, setAsked] = useState(false);
	/** What was typed stays when the dialog is closed. */
	const [reason, setReason] = useState("");
	const [closed, setClosed] = useState("");
	const missing = parts.filter(({ report }) => report === null);
	const name = quarterText(t, state);
	return (
		<section className={look.quarter} aria-label={name}>
			<h3>{name}</h3>
			<p className="quiet">
				{t("quarters.days", { from: t.date(state.startsOn), to: t.date(state.endsOn) })}
			</p>
			<p>{stateText(t, state, parts.length)}</p>
			{state.closed && (
				<>
					<p className={look.reason}>{state.closed.reason}</p>
					<ChangesFold id={`${state.fiscalYear}~${state.quarter}`} />
				</>
			)}
			{closed && <p role="status">{closed}</p>}
			{state.hasEnded && missing.length > 0 && (
				<details>
					<summary>{t("quarters.missing", { count: missing.length })}</summary>
					<ul className={look.names}>
						{missing.map(({ center }) => (
							<li key={center.id}>
								<Link
									to={PATHS.quarters}
									search={{ center: center.id, quarter: quarterParameter(state) }}
								>
									{center.name}
								</Link>
							</li>
						))}
					</ul>
				</details>
			)}
			{state.hasEnded && state.isClosed === false && (
				<p>
					<button type="button" className="action" onClick={() => setAsked(true)}>
						{t("quarters.close")}
						<span className="unseen"> {name}</span>
					</button>
				</p>
			)}
			{state.isClosed && !state.isReleased && (
				<p>
					<Link to={PATHS.releases}>{t("quarters.to-release")}</Link>
				</p>
			)}
			{isAsked && (
				<CloseDialog
					state={state}
					parts={parts}
					reason={reason}
					onType={setReason}
					onClosed={setClosed}
					onClose={() => setAsked(false)}
				/>
			)}
		</section>
	);
}
