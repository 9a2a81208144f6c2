import { Link } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./DoubtEntry.module.css";
import type { Doubt } from "./doubts-address.ts";

/** The language of words that a document prints. */
const languageOf = (text: string) => (/\p{Script=Han}/u.test(text) ? "zh" : "en");

/** One doubt: what is printed, what is right, why, and what settles it. `figures` is in how many figures it shows. */
export function DoubtEntry({ doubt, figures }: { doubt: Doubt; figures: number }) {
	const t = useWords();
	const { id, what, severity, settled, printed, right, why, settledBy, externalSource } = doubt;
	const facts = [
		["figures.doubts.printed", printed],
		["figures.doubts.right", right],
		["figures.doubts.why", why],
		["figures.doubts.settled-by", settledBy],
		["figures.doubts.outside", externalSource],
		["figures.doubts.documents", doubt.documents.join("; ")],
	] as const;
	return (
		<article className={look.doubt} id={id} aria-labelledby={`${id}-what`}>
			<div>
				<h3 id={`${id}-what`}>
					{id} <span lang="en">{what}</span>
				</h3>
				<p className={look.state}>
					<span className={look[severity]}>
						{t.maybe(`figures.doubts.severity.${severity}`, severity)}
					</span>{" "}
					<span className={settled ? undefined : look.open}>
						{t(settled ? "figures.doubts.settled" : "figures.doubts.open")}
					</span>
				</p>
				<p className="quiet">
					{figures === 0 ? (
						t("figures.doubts.nowhere")
					) : (
						<Link to={PATHS.figures} search={{ doubtIds: id }}>
							{t("figures.doubts.shows", { count: figures })}
						</Link>
					)}
				</p>
			</div>
			<dl>
				{facts.map(
					([name, text]) =>
						text && (
							<div key={name}>
								<dt>{t(name)}</dt>
								<dd lang={languageOf(text)}>{text}</dd>
							</div>
						),
				)}
			</dl>
		</article>
	);
}
