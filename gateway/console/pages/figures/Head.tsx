import { Link } from "@tanstack/react-router";
import { PATHS } from "../../parts/paths.ts";
import type { MessageId } from "../../words/ids.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Head.module.css";

const PARTS = [
	{ to: PATHS.figures, title: "figures.all" },
	{ to: PATHS.doubts, title: "figures.doubts" },
	{ to: PATHS.evaluation, title: "figures.evaluation" },
] as const;

/** Title of the page, and the way to its other parts. */
export function Head({ title, intro }: { title: MessageId; intro: MessageId }) {
	const t = useWords();
	return (
		<div className={look.head}>
			<h1>{t(title)}</h1>
			<p className={look.intro}>{t(intro)}</p>
			<nav aria-label={t("figures.parts")} className={`${look.parts} screen-only`}>
				{PARTS.map(({ to, title: part }) => (
					<Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
						{t(part)}
					</Link>
				))}
			</nav>
		</div>
	);
}
