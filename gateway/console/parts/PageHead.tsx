import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import look from "./PageHead.module.css";

type Props = {
	title: string;
	intro: ReactNode;
	/** What its navigation is called, and the pages that it leads to. */
	label: string;
	parts: ReadonlyArray<{ to: string; title: MessageId }>;
};

/** Title of a page that is one of several, and the way to the others. */
export function PageHead({ title, intro, label, parts }: Props) {
	const t = useWords();
	return (
		<div className={look.head}>
			<h1>{title}</h1>
			<p className={look.intro}>{intro}</p>
			<nav aria-label={label} className={`${look.parts} screen-only`}>
				{parts.map(({ to, title: part }) => (
					<Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
						{t(part)}
					</Link>
				))}
			</nav>
		</div>
	);
}
