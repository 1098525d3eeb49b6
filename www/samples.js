// Short articles written for this page; people, places and papers are invented.

export const samples = [
  {
    name: "A strike",
    title: "Ferry crews walk off in Port Amble",
    text: `
PORT AMBLE (Meridian Press) — Ferry crews walked off the job on Tuesday, stranding some 3,000 commuters and one brass band.
“We have asked politely for two years,” said Ilse Varga, who leads the crews’ union.
The Amble Ferry Company said in a statement that it was “ready to talk at any hour.” According to the company, half of the morning boats sailed.
Varga disputed that. “I stood on the pier and counted,” she said. “I counted none.”
Mayor Joel Tamsin urged both sides to settle by the weekend. He added that the city would open the old footbridge to cyclists.
“It creaks,” Tamsin said, “but so do I.”`,
  },
  {
    name: "A summit",
    title: "Two neighbors talk about a river",
    text: `
President Oskar Dahl of Norrland agreed on Friday to open the upper dams before harvest, according to his adviser on water, Leni Krug.
Krug said the president had asked Premier Ana Sorel for “patience on both banks.”
The state-run Norrland News Agency reported that Sorel called the offer “a first bucket.”
“Those who shout across the river only wake the fish,” the agency quoted Dahl as saying.
Sorel’s office declined to comment. A diplomat who was briefed on the call said the two leaders had spent most of it on football.`,
  },
  {
    name: "A trial",
    title: "Baker ‘swapped the prize loaf’, court hears",
    text: `
A baker who won a county medal with another man’s loaf told his apprentice that ‘bread has no name on it’, a court heard.
Prosecuting, Harriet Moss told the jury: ‘You’ll hear that the crust was still warm. “Beginner’s luck,” he called it.’
The apprentice, Tom Welby, said he hadn’t slept since. ‘I knew that loaf,’ he said. ‘I’d scored it myself.’
The baker, Edwin Pratt, denies fraud. His barrister said the two loaves were as like as twins.
Judge Roberta Slade adjourned the case for lunch, which, she said, would be soup.`,
  },
  {
    name: "A match",
    title: "Rockets' rookie stands tall at 6'9\"",
    text: `
Rookie center Dee Marlow, all 6'9" of her, blocked nine shots as the Rockets beat the Owls 71-64 for their first title since the '90s.
"I just kept my arms up," Marlow said. "Coach told me, 'Be a tree.' So I was a tree."
Coach Pat Ruiz said the rock 'n' roll at halftime had helped. "They were tense," she said. "Then somebody played the drums badly, and they laughed."
The Owls' captain, Ana Brandt, nicknamed "the Wall," was gracious. "You can't shoot over a tree," she said.`,
  },
  {
    name: "A mountain road",
    title: "The pass that may not open",
    text: `
« We could open it tomorrow and bury somebody on Sunday, » said Luc Ferrand, who runs the road service at the Col de l’Ours.
Ferrand said the snow was still nine meters deep. « Ask me in June », he added.
Hoteliers on the south side are losing patience. «My guests have seen the film about the pass three times,» said Mina Rossi, whose family owns the Edelweiss. «It is not a long film.»
The film, “The Road That Sleeps,” lasts eleven minutes.`,
  },
];
