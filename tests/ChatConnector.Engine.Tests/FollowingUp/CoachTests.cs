using ChatConnector.Engine.FollowingUp;

namespace ChatConnector.Engine.Tests.FollowingUp;

public sealed class CoachTests
{
    [Theory]
    [InlineData("thanks so much!")]
    [InlineData("Thanks!")]
    [InlineData("thank you for everything")]
    [InlineData("Thanks for your help")]
    [InlineData("thanks for the help, you're the best")]
    [InlineData("thanks a million, couldn't have done it without you")]
    [InlineData("You're a lifesaver ❤️")]
    [InlineData("I really appreciate it, it means a lot")]
    [InlineData("Great job yesterday, amazing work as always")]
    [InlineData("thank you for your time today")]
    [InlineData("thanks for always helping me out")]
    [InlineData("you rock 🙌🙌🙌")]
    [InlineData("thanks for helping me, you saved my day")]
    [InlineData("thx")]
    [InlineData("what would I do without you")]
    [InlineData("thank you for being so kind and patient with me")]
    [InlineData("kudos for the fantastic support")]
    [InlineData("Hey Bo, hope you had a lovely weekend, thanks for your help!")]
    public void Thanks_that_would_fit_anything_get_a_suggestion(string said) => Assert.Equal(Hint.WhatTheyDid, Coach.Suggest(said));

    [Theory]
    [InlineData("thanks for walking me through the rollback plan")]
    [InlineData("thank you for reviewing my draft on Friday")]
    [InlineData("thanks for your pointer to the runbook")]
    [InlineData("you explained the invoice export so patiently")]
    [InlineData("thanks for helping me with the Zürich migration")]
    [InlineData("thanks for introducing me to Mia")]
    [InlineData("Thanks for the feedback on my slides, and for listening")]
    [InlineData("you reviewed my draft, you corrected the figures, you're great")]
    public void A_deed_alone_is_asked_what_it_changed(string said) => Assert.Equal(Hint.WhatChanged, Coach.Suggest(said));

    [Theory]
    [InlineData("thank you, the report went out on time")]
    [InlineData("thanks, we shipped on Wednesday")]
    [InlineData("thanks, I fixed it and now the build is green")]
    [InlineData("your help meant I slept for the first time this week")]
    public void A_result_alone_is_asked_what_they_did(string said) => Assert.Equal(Hint.WhatTheyDid, Coach.Suggest(said));

    [Theory]
    [InlineData("You walked me through the rollback plan on Tuesday. We shipped Wednesday without waking anyone up. I slept.")]
    [InlineData("thanks for debugging the login with me, now I can work again")]
    [InlineData("thanks for showing me the pivot trick, it saved me three hours")]
    [InlineData("You found the missing index and the query runs in 2 seconds instead of 40")]
    [InlineData("thank you for proofreading my application. I got the place!")]
    [InlineData("thanks for listening on Monday, I felt less alone with it")]
    [InlineData("Thanks for reviewing my pull request so fast, it was merged before the freeze")]
    [InlineData("thank you for introducing me to Mia: she gave us the numbers and the proposal was approved")]
    [InlineData("thanks for your tip about the cache. The page is twice as fast")]
    [InlineData("you stayed late to rehearse with me, and I was calm in front of the board")]
    [InlineData("thanks for your notes on onboarding, so we could start without a second meeting")]
    [InlineData("Thanks for teaching me how to read the logs – I no longer have to ask")]
    [InlineData("thanks for helping me with the contract, because I was about to give up")]
    [InlineData("You’d translated the whole letter by noon, so I could send it the same day")]
    [InlineData("thank you for pairing with me on the parser. I understand it now and fixed two more bugs")]
    [InlineData("You answered at 6 pm on a Friday. That meant my family got its weekend.")]
    [InlineData("thanks for walking me through the locks, the migration ran in one go")]
    [InlineData("You lent me your test cluster. Three nasty bugs turned up.")]
    [InlineData("thanks for checking the figures, you caught an error before the customer saw it")]
    public void Specific_thanks_are_left_alone(string said) => Assert.Null(Coach.Suggest(said));

    [Theory]
    [InlineData("Danke dir, du hast mir die Migration erklärt und jetzt läuft alles")]
    [InlineData("Merci beaucoup pour ton aide précieuse hier soir")]
    [InlineData("本当にありがとう ございました とても 助かりました")]
    public void What_it_cannot_read_it_does_not_judge(string said) => Assert.Null(Coach.Suggest(said));

    [Theory]
    [InlineData("the migration of the reports", "they run at night now", "", null)]
    [InlineData("Reviewed my slides", "The board said yes", "First talk of mine", null)]
    [InlineData("helped me", "", "", Hint.WhatTheyDid)]
    [InlineData("Great help, thank you!", "everything is good", "you're amazing", Hint.WhatTheyDid)]
    [InlineData("walked me through the deployment", "", "", Hint.WhatChanged)]
    [InlineData("walked me through the deployment", "good", "thanks", Hint.WhatChanged)]
    [InlineData("so kind", "the deployment passed at last", "", Hint.WhatTheyDid)]
    [InlineData("deployment scripts and rollback", "", "new to the team, afraid of breaking it", null)]
    [InlineData("You fixed my build, so I could leave on time.", "", "", null)]
    public void Answers_on_the_form_count_for_their_own_question(string did, string changed, string mattered, Hint? missing) =>
        Assert.Equal(missing, Coach.Suggest(did, changed, mattered));

    [Fact]
    public void A_wall_of_text_is_read_in_no_time()
    {
        var wall = string.Concat(Enumerable.Repeat("so so so i i we you fixed and we fixed your tip with my my ' ", 2_000));
        Assert.NotEqual(Hint.WhyItMattered, Coach.Suggest(wall));
    }
}
