import { useWords } from "../words/use-words.ts";
import look from "./NotUnderstood.module.css";

type Props = {
	/** Parameters of the address that mean nothing here. */
	of: ReadonlyArray<{ name: string; value: string }>;
	/** Goes to the address without them. */
	tidy: () => void;
};

/** Names what the address says that means nothing here; the rest of it holds. */
export function NotUnderstood({ of, tidy }: Props) {
	const t = useWords();
	if (of.length === 0) return null;
	return (
		<div className={look.notice} role="status">
			<p>
				{t("address.not-understood")}{" "}
				{of.map(({ name, value }, index) => (
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
