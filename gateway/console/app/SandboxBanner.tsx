import { Link } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import look from "./SandboxBanner.module.css";

/** On every page of a sandbox, for as long as it is open: that its records are made up. */
export function SandboxBanner() {
	const t = useWords();
	return (
		<aside className={look.banner} aria-label={t("sandbox.label")}>
			<strong>{t("sandbox.banner")}</strong>{" "}
			<Link to="/sandbox" className={look.more}>
				{t("sandbox.more")}
			</Link>
		</aside>
	);
}
