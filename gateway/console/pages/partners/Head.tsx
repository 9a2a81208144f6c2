import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PATHS } from "../../parts/paths.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Head.module.css";

const PARTS = [
	{ to: PATHS.partners, title: "partners.all" },
	{ to: PATHS.publishLog, title: "partners.log" },
] as const;

/** Title of the page, and the way to its other parts. */
export function Head({ title, intro }: { title: string; intro: ReactNode }) {
	const t = useWords();
	return (
		<div className={look.head}>
			<h1>{title}</h1>
			<p className={look.intro}>{intro}</p>
			<nav aria-label={t("partners.parts")} className={`${look.parts} screen-only`}>
				{PARTS.map(({ to, title: part }) => (
					<Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
						{t(part)}
					</Link>
				))}
			</nav>
		</div>
	);
}
