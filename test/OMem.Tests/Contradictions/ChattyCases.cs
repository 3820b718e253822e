namespace OMem.Tests.Contradictions;

/// <summary>A change told the way people chat, asked about by recall alone.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="First">What she says first.</param>
/// <param name="Then">What she says weeks later.</param>
/// <param name="Question">A question about the present.</param>
/// <param name="Old">The word of the old value.</param>
/// <param name="New">The word of the new one; the old one where nothing changed.</param>
internal sealed record ChattyCase(string Kind, string First, string Then, string Question, string Old, string New)
{
    /// <summary>Whether what was said first no longer holds.</summary>
    public bool Changes => Old != New;
}

/// <summary>Written for this test without looking at the reader's rules.</summary>
internal static class ChattyCases
{
    /// <summary>Written after the rules were widened with the help of <see cref="Tuned"/>, and never used to change them.</summary>
    public static readonly ChattyCase[] Fresh =
    [
        new("home", "I rent a room in Bristol.", "I packed my things and moved to Cardiff last weekend.", "Where does Alice live?", "Bristol", "Cardiff"),
        new("home", "Seattle has been home for me since 2015.", "We left Seattle for good, Portland is home now.", "Where is Alice's home?", "Seattle", "Portland"),
        new("home", "I live on the third floor of a building in Lyon.", "I don't live in Lyon anymore, I found a place in Grenoble.", "Which city does Alice live in?", "Lyon", "Grenoble"),
        new("home", "I'm living in Tokyo.", "I've moved back to Osaka.", "Where does Alice live?", "Tokyo", "Osaka"),
        new("home", "I share a flat in Manchester with two friends.", "I left the flat in Manchester and live alone in Salford.", "Where does Alice live?", "Manchester", "Salford"),
        new("job", "I'm a cashier at Tesco.", "I quit Tesco, I'm a receptionist at a dentist's now.", "What is Alice's job?", "cashier", "receptionist"),
        new("job", "I work for a startup called Lumen.", "Lumen went under, so I joined Vodafone as a tester.", "Which company does Alice work for?", "Lumen", "Vodafone"),
        new("job", "I'm studying medicine in Padua.", "I dropped medicine, I'm studying law now.", "What does Alice study?", "medicine", "law"),
        new("job", "I work as a photographer.", "I gave up photography and became an electrician.", "What does Alice work as?", "photographer", "electrician"),
        new("job", "I manage a team of five at IKEA.", "I no longer manage a team, I'm a designer again.", "What does Alice do at work?", "manage a team of five", "designer"),
        new("preference", "I love mint ice cream.", "I can't stand mint ice cream anymore, pistachio is my favourite.", "Which ice cream does Alice like?", "I love mint", "pistachio"),
        new("preference", "I'm crazy about football.", "I've lost interest in football, I follow tennis now.", "Which sport does Alice follow?", "crazy about football", "tennis"),
        new("preference", "I adore horror novels.", "I stopped reading horror novels, I only read poetry these days.", "What does Alice read?", "adore horror", "poetry"),
        new("preference", "I listen to metal all day.", "I don't listen to metal anymore, I listen to bossa nova.", "Which music does Alice listen to?", "metal all day", "bossa nova"),
        new("preference", "My favourite season is summer.", "Autumn is my favourite season now.", "What is Alice's favourite season?", "summer", "autumn"),
        new("preference", "I hate cilantro.", "I actually love cilantro now.", "Does Alice like cilantro?", "hate", "love cilantro"),
        new("habit", "I swim twice a week.", "I stopped swimming, I lift weights three times a week.", "Which sport does Alice do?", "swim twice", "weights"),
        new("habit", "I take the bus to work.", "I walk to work now.", "How does Alice get to work?", "bus", "walk"),
        new("habit", "I drink wine with dinner.", "I don't drink wine any more.", "Does Alice drink wine?", "wine with dinner", "drink wine"),
        new("habit", "I meditate every evening.", "I gave up meditating.", "Does Alice meditate?", "every evening", "gave up"),
        new("habit", "I bake bread on Sundays.", "I no longer bake bread, I buy it from the market.", "Does Alice bake bread?", "on Sundays", "no longer"),
        new("relation", "My girlfriend Zoe is a dancer.", "I broke up with Zoe in spring.", "Is Alice dating Zoe?", "is a dancer", "broke up"),
        new("relation", "I'm married to Luis.", "Luis and I are divorced now.", "Is Alice married?", "married to", "divorced"),
        new("pet", "I have a hamster called Nibbles.", "We gave Nibbles to my niece, we have a rabbit now.", "Which pet does Alice have?", "hamster", "rabbit"),
        new("possession", "I own a motorbike.", "I sold my motorbike and bought a van.", "Which vehicle does Alice own?", "own a motorbike", "van"),
        new("possession", "I have an Android phone.", "I swapped my Android phone for an iPhone.", "Which phone does Alice have?", "have an Android", "iPhone"),
        new("goal", "I want to become a pilot.", "I gave up on becoming a pilot, I want to open a café.", "What does Alice want to do?", "become a pilot", "café"),
        new("negation", "I live in Nantes.", "I don't live in Rennes, that's my sister.", "Where does Alice live?", "Nantes", "Nantes"),
        new("hypothetical", "I work as a mechanic.", "I could imagine working as a chef some day.", "What does Alice work as?", "mechanic", "mechanic"),
        new("reported", "I love olives.", "My dad says he stopped eating olives.", "Does Alice like olives?", "olives", "olives"),
        new("reported", "I live in Bonn.", "My colleague gave up her flat in Bonn.", "Where does Alice live?", "Bonn", "Bonn"),
        new("plan", "I live in Riga.", "I'm thinking of leaving Riga next summer.", "Where does Alice live?", "Riga", "Riga"),
    ];

    /// <summary>Looked at while the rules were widened.</summary>
    public static readonly ChattyCase[] Tuned =
    [
        new("home", "We're still in our little flat in Leeds, it's cosy but tiny.", "Guess what, we finally moved! The new house is in York and it has a garden.", "Where does Alice live?", "Leeds", "York"),
        new("home", "I've been living in Chicago for about six years now.", "So I ended up relocating to Austin last month for the new role.", "Which city does Alice live in now?", "Chicago", "Austin"),
        new("home", "My apartment is in Queens, near the park.", "I gave up the Queens apartment, I'm in Hoboken now.", "Where is Alice living?", "Queens", "Hoboken"),
        new("home", "I'm based in Berlin these days.", "Quick update: I'm no longer based in Berlin, I'm in Vienna.", "Where is Alice based?", "Berlin", "Vienna"),
        new("home", "I grew up in Cork but I live in Dublin.", "Dublin got too expensive so I moved back to Cork.", "Where does Alice live?", "Dublin", "Cork"),
        new("home", "I live with my parents in Naples.", "I moved out of my parents' place and into a studio in Turin.", "Where does Alice live?", "Naples", "Turin"),
        new("home", "I just bought a house in Denver!", "We sold the Denver house and bought one in Boulder.", "Where does Alice live?", "Denver", "Boulder"),
        new("home", "I'm staying in Lima at the moment.", "I left Lima two weeks ago, now I'm staying in Quito.", "Where is Alice staying?", "Lima", "Quito"),
        new("job", "I've been working as a paralegal at a small firm.", "I handed in my notice, I start as a librarian on Monday. Actually I've started already, I'm a librarian!", "What is Alice's job?", "paralegal", "librarian"),
        new("job", "I'm a software engineer at Netlify.", "I left Netlify, I'm with Cloudflare now.", "Which company does Alice work for?", "Netlify", "Cloudflare"),
        new("job", "My job as a barista is fun, I love the regulars.", "I got promoted, I'm the store manager now and no longer a barista.", "What does Alice do for work?", "barista", "manager"),
        new("job", "I teach maths at a high school.", "I stopped teaching maths. I'm doing data analysis for a bank now.", "What does Alice do for a living?", "maths", "data analysis"),
        new("job", "I work night shifts at the hospital.", "I switched to day shifts at the hospital.", "Which shifts does Alice work?", "night", "day"),
        new("job", "I run my own bakery in town.", "I closed the bakery in spring and now I work at a hotel.", "Where does Alice work?", "bakery", "hotel"),
        new("job", "I'm an intern at Deloitte.", "My internship at Deloitte is over. KPMG hired me as an analyst.", "Who does Alice work for?", "Deloitte", "KPMG"),
        new("job", "I drive a bus for the city.", "I'm retired now, no more buses.", "What does Alice do for work now?", "bus", "retired"),
        new("preference", "I can't start my day without coffee, I adore it.", "I've gone off coffee completely. It's green tea for me now.", "What does Alice like to drink in the morning?", "coffee", "green tea"),
        new("preference", "Sushi is my absolute favourite food.", "I used to love sushi but now Thai curry is my favourite food.", "What is Alice's favourite food?", "sushi", "Thai curry"),
        new("preference", "I'm obsessed with true crime podcasts.", "I'm over true crime podcasts. I mostly listen to history podcasts.", "Which podcasts does Alice listen to?", "true crime", "history"),
        new("preference", "I really enjoy running in the mornings.", "My knee is bad so I gave up running and took up swimming.", "What sport does Alice do?", "running", "swimming"),
        new("preference", "Blue has always been my favorite color.", "My favorite color these days is emerald green.", "What is Alice's favorite color?", "blue", "green"),
        new("preference", "I prefer trains over flying.", "I've changed my mind, I prefer flying over trains now.", "Does Alice prefer trains or flying?", "trains", "flying"),
        new("preference", "I read paper books only.", "I've switched to an e-reader, no more paper books.", "How does Alice read books?", "paper", "e-reader"),
        new("preference", "I love my iPhone.", "I ditched my iPhone for a Pixel.", "Which phone does Alice have?", "iPhone", "Pixel"),
        new("preference", "My favourite team is Arsenal.", "I support Brentford now, not Arsenal.", "Which team does Alice support?", "Arsenal", "Brentford"),
        new("preference", "I take my coffee with sugar.", "I take my coffee without sugar now.", "How does Alice take her coffee?", "with sugar", "without sugar"),
        new("habit", "I go to the gym every day.", "I don't go to the gym anymore, I do yoga at home.", "How does Alice exercise?", "gym", "yoga"),
        new("habit", "I'm vegan and have been since college.", "I'm not vegan anymore, I eat fish.", "Is Alice vegan?", "vegan and", "fish"),
        new("habit", "I drive to work.", "I cycle to work now.", "How does Alice get to work?", "drive", "cycle"),
        new("habit", "I smoke about ten cigarettes a day.", "I quit smoking in March.", "Does Alice smoke?", "ten cigarettes", "quit"),
        new("habit", "I usually wake up at 6.", "I usually wake up at 8 now.", "When does Alice wake up?", "6", "8"),
        new("habit", "I'm learning Spanish on my phone.", "I stopped learning Spanish, I'm learning Korean instead.", "Which language is Alice learning?", "Spanish", "Korean"),
        new("relation", "My boyfriend Mark is coming along.", "Mark and I broke up. I'm seeing someone called Dev.", "Who is Alice dating?", "Mark is", "Dev"),
        new("relation", "I'm engaged to Sam.", "Sam and I got married last week!", "Is Alice married?", "engaged", "married"),
        new("relation", "I'm single and happy.", "I have a girlfriend now, her name is Mia.", "Is Alice in a relationship?", "single", "Mia"),
        new("pet", "I have two cats, Miso and Pip.", "Pip died in autumn, so it's just Miso now.", "Which cats does Alice have?", "two cats", "Miso"),
        new("pet", "My dog Biscuit is the best.", "We had to give Biscuit away. We have a parrot now.", "Which pet does Alice have?", "Biscuit is", "parrot"),
        new("possession", "I drive a Honda Civic.", "I sold the Honda Civic and bought a Tesla.", "Which car does Alice drive?", "Honda Civic.", "Tesla"),
        new("possession", "My phone number ends in 55.", "I have a new phone number, it ends in 72.", "What does Alice's phone number end in?", "55", "72"),
        new("health", "I'm allergic to peanuts.", "The doctor says I'm not allergic to peanuts after all.", "Is Alice allergic to peanuts?", "I'm allergic to peanuts", "not allergic"),
        new("goal", "I'm training for the Boston marathon.", "I dropped the marathon, I'm training for a triathlon.", "What is Alice training for?", "Boston", "triathlon"),
        new("goal", "I'm saving up for a motorbike.", "I'm saving for a house deposit now instead of a motorbike.", "What is Alice saving for?", "motorbike.", "house"),
        new("negation", "I live in Leeds.", "No, I don't live in Bradford, people always mix that up.", "Where does Alice live?", "Leeds", "Leeds"),
        new("negation", "I love Indian food.", "I'm not a fan of Mexican food though.", "Which food does Alice love?", "Indian", "Indian"),
        new("negation", "I work at Siemens.", "I never worked at Bosch, that was my brother.", "Where does Alice work?", "Siemens", "Siemens"),
        new("negation", "I have a cat.", "I don't have a dog, just so you know.", "Which pet does Alice have?", "cat", "cat"),
        new("hypothetical", "I live in Glasgow.", "If I ever move to Edinburgh I'd want a flat near the castle.", "Where does Alice live?", "Glasgow", "Glasgow"),
        new("hypothetical", "I work as a plumber.", "Sometimes I dream about working as a vet.", "What does Alice work as?", "plumber", "plumber"),
        new("hypothetical", "I'm vegetarian.", "If someone cooked me a steak I might eat it, who knows.", "Is Alice vegetarian?", "vegetarian", "vegetarian"),
        new("hypothetical", "I play the cello.", "I'd love to play the drums one day.", "Which instrument does Alice play?", "cello", "cello"),
        new("hypothetical", "I live in Porto.", "What if I moved to Madrid? Would you visit?", "Where does Alice live?", "Porto", "Porto"),
        new("hypothetical", "My favourite band is Blur.", "Everyone would think I'm mad if I said Oasis was my favourite band.", "What is Alice's favourite band?", "Blur", "Blur"),
        new("reported", "I live in Ghent.", "My cousin keeps saying I live in Brussels.", "Where does Alice live?", "Ghent", "Ghent"),
        new("reported", "I love spicy food.", "My flatmate says spicy food is disgusting.", "Does Alice like spicy food?", "spicy food", "spicy food"),
        new("reported", "I work as a florist.", "My best friend just started working as a pilot.", "What does Alice work as?", "florist", "florist"),
        new("reported", "I have a Labrador.", "According to my aunt, I have a poodle. She is going senile.", "Which dog does Alice have?", "Labrador", "Labrador"),
        new("reported", "I'm from Sweden.", "The guy at the desk wrote down that I'm from Switzerland.", "Which country is Alice from?", "Sweden", "Sweden"),
        new("reported", "I live in Malmö.", "Ben told everybody that he moved to Lund.", "Where does Alice live?", "Malmö", "Malmö"),
        new("plan", "I live in Bath.", "We're planning to move to Bristol next year.", "Where does Alice live now?", "Bath", "Bath"),
        new("plan", "I work as a waitress.", "I'm hoping to become a nurse in a couple of years.", "What does Alice work as now?", "waitress", "waitress"),
    ];
}
