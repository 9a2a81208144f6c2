import { useState } from "react";
import { BASE_PATH } from "../session/address.ts";
import { chosenTheme, type Theme, wear } from "../session/preferences.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Shell.module.css";

const THEMES: Theme[] = ["system", "light", "dark"];

/** Theme, and the ways to the data for programmers. */
export function Footer() {
	const t = useWords();
	const [theme, setTheme] = useState(chosenTheme);
	return (
		<footer className={look.footer}>
			<label>
				{t("theme")}{" "}
				<select
					value={theme}
					onChange={({ target }) => {
						const next = target.value as Theme;
						wear(next);
						setTheme(next);
					}}
				>
					{THEMES.map((name) => (
						<option key={name} value={name}>
							{t(`theme.${name}` as "theme.dark")}
						</option>
					))}
				</select>
			</label>
			<a href={`${BASE_PATH}data`}>{t("open-data")}</a>
			<a href={`${BASE_PATH}graphiql`}>{t("graphiql")}</a>
			<a href={`${BASE_PATH}schema/changelog`}>{t("schema-changes")}</a>
		</footer>
	);
}
