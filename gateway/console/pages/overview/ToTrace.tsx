import { Link } from "@tanstack/react-router";
import { CAN_START_SANDBOX } from "../../session/address.ts";
import type { MessageId } from "../../words/ids.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./ToTrace.module.css";

/** Sentences that lead to the trace, each with an address of its own. */
const QUESTIONS: ReadonlyArray<{ words: MessageId; search: Record<string, string> }> = [
	{ words: "overview.ask.training", search: { kinds: "TRAINING" } },
	{ words: "overview.ask.georgia", search: { smeStates: "US-GA", hostKinds: "UNIVERSITY" } },
	{ words: "overview.ask.energy", search: { kinds: "TECH_TRANSFER", sponsors: "DOE" } },
];

/** The question that the hub exists for, to be asked in one's own words. */
export function ToTrace() {
	const t = useWords();
	return (
		<div className={look.ask}>
			<p className={look.question}>
				<Link to="/trace">{t("overview.ask")}</Link>
			</p>
			<ul className={look.examples} aria-label={t("overview.ask.examples")}>
				{QUESTIONS.map(({ words, search }) => (
					<li key={words}>
						<Link to="/trace" search={search}>
							{t(words)}
						</Link>
					</li>
				))}
			</ul>
			{CAN_START_SANDBOX && (
				<p className="quiet">
					{t.rich("overview.sandbox", { command: <code>npm start -- --sandbox</code> })}
				</p>
			)}
		</div>
	);
}
