import { Link, useLocation } from "@tanstack/react-router";
import { useWords } from "../words/use-words.ts";
import look from "./Notices.module.css";
import { useNavigation } from "./navigation.ts";

/** What an address leads to that the console does not know, or that leads to nothing one may see. */
export function NotFound() {
	const t = useWords();
	const { pathname } = useLocation();
	const places = useNavigation();
	return (
		<div className={look.notice}>
			<h1>{t("not-found")}</h1>
			<p>{t.rich("not-found.what", { address: <code>{decodeURI(pathname)}</code> })}</p>
			<ul>
				{places.map(({ path, title }) => (
					<li key={path}>
						<Link to={path as "/"}>{t(title)}</Link>
					</li>
				))}
			</ul>
		</div>
	);
}
