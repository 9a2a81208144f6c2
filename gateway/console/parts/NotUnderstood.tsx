import { useWords } from "../words/use-words.ts";
import look from "./NotUnderstood.module.css";

type Props = {
	notUnderstood: ReadonlyArray<{ name: string; value: string }>;
	/** Makes the address say only what is understood. */
	tidy: () => void;
};

/** Names what the address says that means nothing here; the rest of it holds. */
export function NotUnderstood({ notUnderstood, tidy }: Props) {
	const t = useWords();
	if (notUnderstood.length === 0) return null;
	return (
		<div className={look.notice} role="status">
			<p>
				{t("address.not-understood")}{" "}
				{notUnderstood.map(({ name, value }, index) => (
					<span key={`${name} ${value}`}>
						{index > 0 && ", "}
						<code>
							{name}={value}
						</code>
					</span>
				))}
			</p>
			<button type="button" className="action" onClick={tidy}>
				{t("address.tidy")}
			</button>
		</div>
	);
}
