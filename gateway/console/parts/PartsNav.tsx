import { Link } from "@tanstack/react-router";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import look from "./PageHead.module.css";

type Props = {
	/** What the navigation is called. */
	label: string;
	parts: ReadonlyArray<{ to: string; title: MessageId }>;
};

/** The way between pages that belong together. */
export function PartsNav({ label, parts }: Props) {
	const t = useWords();
	return (
		<nav aria-label={label} className={`${look.parts} screen-only`}>
			{parts.map(({ to, title }) => (
				<Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
					{t(title)}
				</Link>
			))}
		</nav>
	);
}
