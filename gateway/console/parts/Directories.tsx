import { Link } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import look from "./Directories.module.css";
import { PATHS } from "./paths.ts";

/** The directories beside each other. */
export function Directories() {
	const t = useWords();
	return (
		<nav aria-label={t("profile.directories")} className={`${look.kinds} screen-only`}>
			<Link
				to={PATHS.institutes}
				activeOptions={{ exact: true, includeHash: true, includeSearch: false }}
			>
				{t("type.Institute")}
			</Link>
			<Link to={PATHS.centers} activeOptions={{ exact: true, includeSearch: false }}>
				{t("type.MepCenter")}
			</Link>
			<Link
				to={PATHS.institutes}
				hash="networks"
				activeOptions={{ exact: true, includeHash: true, includeSearch: false }}
			>
				{t("type.Network")}
			</Link>
		</nav>
	);
}
