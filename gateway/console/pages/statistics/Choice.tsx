import look from "./Choice.module.css";

type Props<One extends string> = {
	/** What is chosen, read out. */
	legend: string;
	/** Name of the group of radio buttons. */
	name: string;
	options: ReadonlyArray<{ id: One; name: string }>;
	value: One;
	onChange: (value: One) => void;
};

/** One of few, as radio buttons in a row; nothing where there is no choice. */
export function Choice<One extends string>({ legend, name, options, value, onChange }: Props<One>) {
	if (options.length < 2) return null;
	return (
		<fieldset className={`${look.choice} screen-only`}>
			<legend className="unseen">{legend}</legend>
			{options.map((option) => (
				<label key={option.id}>
					<input
						type="radio"
						name={name}
						checked={option.id === value}
						onChange={() => onChange(option.id)}
					/>
					{option.name}
				</label>
			))}
		</fieldset>
	);
}
