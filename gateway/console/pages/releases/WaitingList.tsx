import { useWords } from "../../words/use-words.ts";
import look from "./Releases.module.css";
import { figuresName, whyText } from "./said.ts";

/** Changes of published figures that have to wait, each with the cells in which the difference would tell too much. */
export function WaitingList({
	changes,
}: {
	changes: ReadonlyArray<{ name: string; why: string[] }>;
}) {
	const t = useWords();
	return (
		<ul className={look.waiting}>
			{changes.map(({ name, why }) => (
				<li key={name}>
					<details>
						<summary>{t("releases.waits", { name: figuresName(t, name) })}</summary>
						<ul>
							{why.map((one) => (
								<li key={one}>{whyText(t, one)}</li>
							))}
						</ul>
					</details>
				</li>
			))}
		</ul>
	);
}
