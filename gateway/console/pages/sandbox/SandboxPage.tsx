import { Panel } from "../../parts/Panel.tsx";
import { BASE_PATH } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./SandboxPage.module.css";
import { TOUR } from "./tour.ts";

const REAL = ["sandbox.real.reference", "sandbox.real.figures", "sandbox.real.rules"] as const;
const MADE_UP = [
	"sandbox.made-up.records",
	"sandbox.made-up.year",
	"sandbox.made-up.statistics",
	"sandbox.made-up.partner",
	"sandbox.made-up.mine",
] as const;

/** What is real here and what is made up, a tour of five minutes, and how to start anew. */
export function SandboxPage() {
	const t = useWords();
	return (
		<>
			<h1>{t("sandbox.intro")}</h1>
			<div className={look.columns}>
				<Panel title={t("sandbox.made-up")}>
					<ul className={look.list}>
						{MADE_UP.map((id) => (
							<li key={id}>{t(id)}</li>
						))}
					</ul>
				</Panel>
				<Panel title={t("sandbox.real")}>
					<ul className={look.list}>
						{REAL.map((id) => (
							<li key={id}>{t(id)}</li>
						))}
					</ul>
				</Panel>
			</div>
			<Panel title={t("sandbox.tour")} intro={t("sandbox.tour.intro")}>
				<ol className={look.steps}>
					{TOUR.map(({ title, text, to }) => (
						<li key={title}>
							<a href={`${BASE_PATH}${to}`}>{t(title)}</a> {t(text)}
						</li>
					))}
				</ol>
			</Panel>
			<Panel title={t("sandbox.reset")}>
				<p>
					{t.rich("sandbox.reset.how", { command: <code>npm start -- --sandbox --reset</code> })}
				</p>
			</Panel>
		</>
	);
}
