import { Link, useRouterState } from "@tanstack/react-router";
import { speak } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { Account } from "./Account.tsx";
import { useNavigation } from "./navigation.ts";
import look from "./Shell.module.css";

/** Name, pages, search, language and account. */
export function Header({ onSearch }: { onSearch: () => void }) {
	const t = useWords();
	const places = useNavigation();
	const within = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.within });
	return (
		<header className={look.header}>
			<Link to="/" className={look.name}>
				Throughline
			</Link>
			<nav className={look.nav} aria-label={t("nav")}>
				{places.map(({ path, title }) => (
					<Link
						key={path}
						to={path as "/"}
						activeOptions={{ exact: path === "/", includeSearch: false }}
						inactiveProps={path === within ? { "aria-current": "true" } : {}}
					>
						{t(title)}
					</Link>
				))}
			</nav>
			<div className={look.tools}>
				<button
					type="button"
					className={`action ${look.search}`}
					aria-keyshortcuts="/ Control+K Meta+K"
					onClick={onSearch}
				>
					{t("search")}
					<span className={look.key} aria-hidden="true">
						/
					</span>
				</button>
				<button
					type="button"
					className="action"
					lang={t.language === "en" ? "zh-Hans" : "en"}
					onClick={() => speak(t.language === "en" ? "zh" : "en")}
				>
					{t.language === "en" ? "中文" : "English"}
				</button>
				<Account />
			</div>
		</header>
	);
}
