import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { useNavigation } from "./navigation.ts";
import look from "./Shell.module.css";

/** Pictures for the pages that stand in the bar itself, on a grid of 24. */
const PICTURES: Record<string, string> = {
	"/": "M4 11l8-7 8 7v9H4z",
	"/trace": "M4 6h4c6 0 2 12 8 12h4M4 12h16",
	"/log": "M4 20l1-4L16 5l3 3L8 19zM13 8l3 3",
	"/work": "M9 6h11M9 12h11M9 18h11M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2",
};

function Picture({ d }: { d: string }) {
	return (
		<svg viewBox="0 0 24 24" aria-hidden="true">
			<path d={d} />
		</svg>
	);
}

/** On a phone: the pages used most, search, and all others. */
export function BottomBar({ onSearch }: { onSearch: () => void }) {
	const t = useWords();
	const places = useNavigation();
	const more = useRef<HTMLDetailsElement>(null);
	const close = () => more.current?.removeAttribute("open");
	// Those who log visits have these in the bar in place of the trace.
	const isStaff = places.some(({ path }) => path === "/log");
	const isInBar = (path: string) => PICTURES[path] && !(isStaff && path === "/trace");
	const others = places.filter(({ path }) => !isInBar(path));
	return (
		<nav className={look.bar} aria-label={t("nav.phone")}>
			{places.map(
				({ path, title }) =>
					isInBar(path) && (
						<Link
							key={path}
							to={path as "/"}
							activeOptions={{ exact: path === "/", includeSearch: false }}
						>
							<Picture d={PICTURES[path] ?? ""} />
							{t(title)}
						</Link>
					),
			)}
			<button type="button" onClick={onSearch}>
				<Picture d="M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM15.5 15.5L20 20" />
				{t("search")}
			</button>
			{others.length > 0 && (
				<details ref={more} onKeyDown={({ key }) => key === "Escape" && close()}>
					<summary>
						<Picture d="M4 7h16M4 12h16M4 17h16" />
						{t("nav.more")}
					</summary>
					<div className={look.more}>
						{others.map(({ path, title }) => (
							<Link key={path} to={path as "/"} onClick={close}>
								{t(title)}
							</Link>
						))}
					</div>
				</details>
			)}
		</nav>
	);
}
