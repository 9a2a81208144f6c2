import { Link } from "@tanstack/react-router";
import type { MessageId } from "../words/ids.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Contents.module.css";

/** What a long page holds, as links to its parts. */
export function Contents({ parts }: { parts: Readonly<Record<string, MessageId>> }) {
	const t = useWords();
	return (
		<nav aria-label={t("profile.contents")} className={`${look.contents} screen-only`}>
			<ul>
				{Object.entries(parts).map(([anchor, title]) => (
					<li key={anchor}>
						<Link to="." hash={anchor} search={true as never} resetScroll={false}>
							{t(title)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
