import { Link } from "@tanstack/react-router";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Releases.module.css";

/** Where a release is, for everybody. */
export function ReleaseLinks({ number }: { number: number }) {
	const t = useWords();
	const folder = `${BASE_PATH}statistics/${number}/`;
	const name = <span className="unseen"> {t("statistics.release", { number })}</span>;
	return (
		<span className={look.links}>
			<Link to="/statistics" search={{ release: String(number) }}>
				{t("releases.see")}
				{name}
			</Link>
			<a href={folder}>
				{t("releases.files")}
				{name}
			</a>
			<a href={`${folder}methods`}>
				{t("releases.methods")}
				{name}
			</a>
		</span>
	);
}

/** Says that a release was published. */
export function PublishedNote({ release: { number } }: { release: { number: number } }) {
	const t = useWords();
	return (
		<div
			className={look.done}
			role="status"
			tabIndex={-1}
			// What was pressed is gone.
			ref={(element) => element?.focus()}
		>
			<p>{t("releases.published", { number })}</p>
			<ReleaseLinks number={number} />
		</div>
	);
}
