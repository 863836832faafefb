import { staffText } from '../staff/index.ts';

const parts = {
  actors: { nb: 'parter', nn: 'partar', en: 'actors' },
  costs: { nb: 'kostnader', nn: 'kostnader', en: 'costs' },
  funding: { nb: 'finansiering', nn: 'finansiering', en: 'funding' },
  pools: { nb: 'kostnader som deles', nn: 'kostnader som blir delte', en: 'shared costs' },
  costsOfOthers: { nb: 'hva andre må dekke', nn: 'kva andre må dekkje', en: 'what others must cover' },
  name: { nb: 'navn', nn: 'namn', en: 'name' },
  population: { nb: 'folketall', nn: 'folketal', en: 'inhabitants' },
  principle: { nb: 'prinsipp', nn: 'prinsipp', en: 'principle' },
  frame: { nb: 'rammer', nn: 'rammer', en: 'frames' },
  index: { nb: 'indeks', nn: 'indeks', en: 'index' },
};
const useText = staffText(parts);

/** What a part of a plan (`costs:a1`, `principle`) is called. */
export function usePartName(): (part: string) => string {
  const s = useText();
  return (part) => {
    const [name = ''] = part.split(':');
    return name in parts ? s(name as keyof typeof parts) : name;
  };
}
